/* inspect.c - is a descriptor one that the core can rely on?
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "core/plugin/inspect.h"

#include <glib/gi18n-lib.h>

#include "core/model/names.h"
#include "core/plugin/options.h"

/* Keys that every record has in the output, whatever its fields. */
static const char *const record_keys[]
    = { "id", "begin", "end", "text", "analyzer", "beaten_by", NULL };

/* The layer that the core itself gives. */
static const char core_layer[] = "markup";

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, JD_ERROR, JD_ERROR_PLUGIN, message);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[0] == '\0';
}

gboolean
jd_inspect_head (const JdPlugin *head, gsize symbol_size, GError **error)
{
  if (symbol_size < sizeof *head)
    return refuse (error, _ ("its symbol jd_analyzer is no descriptor"));
  if (head->magic != JD_MAGIC)
    return refuse (error, _ ("its descriptor begins with %08x, not %08x"), head->magic, JD_MAGIC);
  if (head->abi != JD_ABI)
    return refuse (error, _ ("built for plugin ABI %u, this is %u: build it again"), head->abi,
                   JD_ABI);
  if (head->size < sizeof *head || head->size > symbol_size)
    return refuse (error, _ ("its descriptor says %u bytes and has %zu"), head->size, symbol_size);

  return TRUE;
}

static gboolean
check_identity (const JdPlugin *plugin, const char *name, GError **error)
{
  if (plugin->name == NULL || !jd_name_is_valid (plugin->name))
    return refuse (error, _ ("its name \"%s\" has not the form %s"),
                   plugin->name != NULL ? plugin->name : "", JD_NAME_FORM);
  if (!g_str_equal (plugin->name, name))
    return refuse (error, _ ("its name is \"%s\", its file's \"%s\""), plugin->name, name);
  if (is_blank (plugin->version))
    return refuse (error, _ ("has no version"));
  if (is_blank (plugin->summary))
    return refuse (error, _ ("has no summary"));
  if (is_blank (plugin->licence))
    return refuse (error, _ ("has no licence"));

  return TRUE;
}

static const JdField *
find_field (const JdField *fields, const char *name)
{
  for (const JdField *field = fields; field != NULL && field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;

  return NULL;
}

static gboolean
check_field (const JdLayerSpec *layer, const JdField *field, GError **error)
{
  if (!jd_name_is_valid (field->name))
    return refuse (error, _ ("layer %s: field \"%s\" has not the form %s"), layer->name,
                   field->name, JD_NAME_FORM);
  if (find_field (layer->fields, field->name) != field)
    return refuse (error, _ ("layer %s: field %s is there twice"), layer->name, field->name);
  if ((guint)field->type > JD_FIELD_REFERENCE)
    return refuse (error, _ ("layer %s: field %s has an unknown type"), layer->name, field->name);

  return TRUE;
}

static gboolean
check_given_field (const JdLayerSpec *layer, const JdField *field, GError **error)
{
  if (g_strv_contains (record_keys, field->name))
    return refuse (error, _ ("layer %s: every record has a \"%s\", a field cannot be called so"),
                   layer->name, field->name);
  if (is_blank (field->help))
    return refuse (error, _ ("layer %s: field %s has no help"), layer->name, field->name);
  if (field->type == JD_FIELD_ONE_OF && (field->values == NULL || field->values[0] == NULL))
    return refuse (error, _ ("layer %s: field %s has no values"), layer->name, field->name);
  if (field->type == JD_FIELD_REFERENCE
      && (field->target == NULL || !jd_name_is_valid (field->target)))
    return refuse (error, _ ("layer %s: field %s has no target layer"), layer->name, field->name);

  return TRUE;
}

static gboolean
check_layer (const JdLayerSpec *layer, const JdLayerSpec *layers, GError **error)
{
  if (!jd_name_is_valid (layer->name))
    return refuse (error, _ ("layer \"%s\" has not the form %s"), layer->name, JD_NAME_FORM);
  for (const JdLayerSpec *other = layers; other != layer; other++)
    if (g_str_equal (other->name, layer->name))
      return refuse (error, _ ("layer %s is there twice"), layer->name);
  if ((guint)layer->kind > JD_LAYER_CORPUS)
    return refuse (error, _ ("layer %s has an unknown kind"), layer->name);

  for (const JdField *field = layer->fields; field != NULL && field->name != NULL; field++)
    if (!check_field (layer, field, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_tabulate (const JdLayerSpec *layer, GError **error)
{
  const JdField *field = NULL;

  if (layer->tabulate == NULL)
    return TRUE;

  for (gsize i = 0; layer->tabulate[i] != NULL; i++)
    {
      field = find_field (layer->fields, layer->tabulate[i]);
      if (field == NULL)
        return refuse (error, _ ("layer %s: tabulates by \"%s\", which is no field of it"),
                       layer->name, layer->tabulate[i]);
    }
  if (field == NULL || field->type != JD_FIELD_ONE_OF)
    return refuse (error, _ ("layer %s: the last field to tabulate by is not a one-of field"),
                   layer->name);

  return TRUE;
}

static gboolean
check_given_layer (const JdLayerSpec *layer, GError **error)
{
  if (g_str_equal (layer->name, core_layer))
    return refuse (error, _ ("gives layer %s, which is the core's own"), layer->name);
  if (is_blank (layer->help))
    return refuse (error, _ ("layer %s has no help"), layer->name);

  for (const JdField *field = layer->fields; field != NULL && field->name != NULL; field++)
    if (!check_given_field (layer, field, error))
      return FALSE;

  return check_tabulate (layer, error);
}

static gboolean
check_layers (const JdAnalyzer *analyzer, GError **error)
{
  for (const JdLayerSpec *need = analyzer->needs; need != NULL && need->name != NULL; need++)
    if (!check_layer (need, analyzer->needs, error))
      return g_prefix_error (error, _ ("needs: ")), FALSE;

  for (const JdLayerSpec *give = analyzer->gives; give != NULL && give->name != NULL; give++)
    if (!check_layer (give, analyzer->gives, error) || !check_given_layer (give, error))
      return g_prefix_error (error, _ ("gives: ")), FALSE;

  return TRUE;
}

/* The layer of the corpus stage (or of the stage before it) that the table lists first. */
static const JdLayerSpec *
first_layer (const JdLayerSpec *layers, gboolean corpus)
{
  for (const JdLayerSpec *layer = layers; layer != NULL && layer->name != NULL; layer++)
    if ((layer->kind == JD_LAYER_CORPUS) == corpus)
      return layer;

  return NULL;
}

/* Each callback has a layer to fill, each layer has its callback. */
static gboolean
check_callback (const JdAnalyzer *analyzer, gboolean corpus, GError **error)
{
  const JdLayerSpec *layer = first_layer (analyzer->gives, corpus);
  const char *callback = corpus ? "conclude()" : "analyze()";
  gboolean there = corpus ? analyzer->conclude != NULL : analyzer->analyze != NULL;

  if (there && layer == NULL)
    return refuse (error, _ ("has %s, but gives no layer for it to fill"), callback);
  if (!there && layer != NULL)
    return refuse (error, _ ("gives layer %s, but has no %s to fill it"), layer->name, callback);

  return TRUE;
}

static gboolean
check_callbacks (const JdAnalyzer *analyzer, GError **error)
{
  const JdLayerSpec *need = first_layer (analyzer->needs, TRUE);

  if (analyzer->analyze == NULL && analyzer->conclude == NULL)
    return refuse (error, _ ("has neither analyze() nor conclude()"));
  if (analyzer->conclude == NULL && need != NULL)
    return refuse (error, _ ("needs layer %s of the corpus, but has no conclude()"), need->name);
  if (analyzer->group_by != NULL && !jd_name_is_valid (analyzer->group_by))
    return refuse (error, _ ("groups by \"%s\", which has not the form %s"), analyzer->group_by,
                   JD_NAME_FORM);

  return check_callback (analyzer, FALSE, error) && check_callback (analyzer, TRUE, error);
}

gboolean
jd_inspect_analyzer (const JdAnalyzer *analyzer, const char *name, GError **error)
{
  return check_identity (&analyzer->plugin, name, error) && check_layers (analyzer, error)
         && jd_options_check_table (analyzer->options, analyzer->settings_size, error)
         && check_callbacks (analyzer, error);
}
