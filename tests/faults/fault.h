/* fault.h - what the plugins of this folder share: a sound descriptor to spoil
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/jiandu.h>

#define FAULT_PLUGIN(id, what)                                                                     \
  {                                                                                                \
    JD_PLUGIN_HEAD (JdAnalyzer), .name = id, .version = "1", .summary = what,                      \
                                 .licence = "LGPL-2.1-or-later"                                    \
  }

static const JdField fault_fields[] = {
  { "length", JD_FIELD_INTEGER, .unit = "bytes", .help = "How long the record is." },
  { NULL },
};

/* The layer "fault": spans with an integer `length`. */
static const JdLayerSpec fault_gives[] = {
  { "fault", JD_LAYER_SPANS, .fields = fault_fields, .help = "What a faulty plugin found." },
  { NULL },
};
