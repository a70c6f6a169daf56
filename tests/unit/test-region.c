/* test-region.c - the metadata plugin's chains of administrative units
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/metadata/region.h"
#include "suite.h"

START_TEST (finds_last_unit)
{
  static const char *const rows[][2] = {
    { "云溪区", "云溪区" },
    { "江临市云溪区", "云溪区" },
    { "东川省江临市云溪区", "云溪区" },
    { "江临市市中区", "市中区" },
    { "江临市沙市区", "沙市区" },
    { "新乡市红旗区", "红旗区" },
    { "津市市", "津市市" },
    { "北原自治区", "北原自治区" },
    { "南河自治州青石县", "青石县" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_pstr_eq (region_last (rows[i][0]), rows[i][1]);
}
END_TEST

START_TEST (refuses_what_is_no_chain)
{
  static const char *const rows[] = { "", "区", "云溪", "江临市云溪", "云溪District区", "2022区" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_ptr_null (region_last (rows[i]));
}
END_TEST

START_TEST (knows_full_chains)
{
  ck_assert (region_is_full ("东川省江临市云溪区"));
  ck_assert (region_is_full ("北原自治区江临市"));
  ck_assert (region_is_full ("上海市云溪区"));
  ck_assert (!region_is_full ("江临市云溪区"));
  ck_assert (!region_is_full ("云溪区"));
  ck_assert (!region_is_full ("云溪"));
}
END_TEST

JD_SUITE ("region", finds_last_unit, refuses_what_is_no_chain, knows_full_chains)
