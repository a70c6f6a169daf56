/* jiandu.h - everything a plugin needs
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <jiandu/abi.h>
#include <jiandu/analyzer.h>
#include <jiandu/corpus.h>
#include <jiandu/decimal.h>
#include <jiandu/document.h>
#include <jiandu/error.h>
#include <jiandu/layer.h>
#include <jiandu/lexicon.h>
#include <jiandu/option.h>
#include <jiandu/output.h>
#include <jiandu/table.h>
#include <jiandu/version.h>
