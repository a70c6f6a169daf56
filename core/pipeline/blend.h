/* blend.h - one record made of the fields of several
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "core/pipeline/plan.h"

/* What jd_layer_new() takes as a staged row. */
typedef struct
{
  JdLayerRow row;
  guint *sources; /* by column: whose value it is */

  JdLayerSpec spec;
  JdStagedLayer staged;
  JdColumn *columns;
  JdValue *values;
  guint8 *set;
} JdBlend;

/* `origins` as jd_merge_fields() sets them.  The record counts as that of the first in rank among
 * `rows`, of which there is one at least.  `blend` must stay where it is. */
void jd_blend_init (JdBlend *blend,
                    const JdPlanLayer *layer,
                    const JdLayerRow *rows,
                    gsize n_rows,
                    const gsize *origins);
void jd_blend_clear (JdBlend *blend);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JdBlend, jd_blend_clear)
