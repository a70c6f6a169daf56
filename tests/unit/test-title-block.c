/* test-title-block.c - what stands before a report's first word
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/metadata/title-block.h"
#include "suite.h"

static const char *const offices[] = { "总理", "区长", "市长", "主席", NULL };

static TitleBlock *
read_block (const char *text)
{
  return title_block_new (text, strlen (text), offices);
}

START_TEST (reads_block_with_blanks_and_broken_lines)
{
  g_autoptr (TitleBlock) block = read_block (
      "\n政 府 工 作 报 告\n\n——2022年3月8日在云溪区第七届人民代表大会\n\n第一次会议上\n\n"
      "云溪区人民政府区长 李 明\n\n各位代表：\n\n现在，我代表区人民政府，向大会报告工作。\n");

  ck_assert_pstr_eq (block->title, "政府工作报告");
  ck_assert_pstr_eq (block->date, "2022-03-08");
  ck_assert_pstr_eq (block->congress, "云溪区第七届人民代表大会第一次会议");
  ck_assert_pstr_eq (block->speaker, "李明");
  ck_assert_pstr_eq (block->region, "云溪区");
  ck_assert_ptr_null (block->region_full);
}
END_TEST

START_TEST (reads_file_number_year_and_chain)
{
  g_autoptr (TitleBlock) block = read_block (
      "江临市云溪区七届人大\n三次会议文件之五\n2023年政府工作报告\n──2023年2月6日在江临市云溪区第七"
      "届"
      "人民代表大会第三次会议上\n江临市云溪区人民政府代区长　　欧阳小河\n各位代表：\n");

  ck_assert_pstr_eq (block->title, "政府工作报告");
  ck_assert_int_eq (block->title_year, 2023);
  ck_assert_pstr_eq (block->region, "云溪区");
  ck_assert_pstr_eq (block->speaker, "欧阳小河");
}
END_TEST

START_TEST (reads_speakers)
{
  static const char *const rows[][2] = {
    { "区长 李明", "李明" },
    { "区 长：李 明", "李明" },
    { "云溪区人民政府区长\n李明", "李明" },
    { "市长 阿依·买买提", "阿依·买买提" },
    { "区长 李明（2022年3月8日）", "李明" },
    { "区长", NULL },
    { "区长办公会议材料第十二号", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat ("政府工作报告\n", rows[i][0], "\n各位代表：\n", NULL);
      g_autoptr (TitleBlock) block = read_block (text);

      ck_assert_pstr_eq (block->speaker, rows[i][1]);
    }
}
END_TEST

START_TEST (reads_region_without_assembly)
{
  static const char *const rows[][3] = {
    { "东川省江临市人民政府工作报告", "江临市", "东川省江临市" },
    { "云溪区政府工作报告", "云溪区", NULL },
    { "区人民政府区长", NULL, NULL },
    { "国务院总理 王林", "全国", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (rows[i][0], "\n各位代表：\n", NULL);
      g_autoptr (TitleBlock) block = read_block (text);

      ck_assert_pstr_eq (block->region, rows[i][1]);
      ck_assert_pstr_eq (block->region_full, rows[i][2]);
    }
}
END_TEST

START_TEST (reads_opening_where_there_is_no_block)
{
  g_autoptr (TitleBlock) block
      = read_block ("各位代表：\n现在，我代表国务院，向第九届全国人民代表大会第二次会议报告工作。\n"
                    "一、过去一年工作\n");

  ck_assert_pstr_eq (block->title, "政府工作报告");
  ck_assert_pstr_eq (block->region, "全国");
  ck_assert_pstr_eq (block->congress, "第九届全国人民代表大会第二次会议");
  ck_assert_ptr_null (block->date);
  ck_assert_ptr_null (block->speaker);
}
END_TEST

START_TEST (tells_nothing_of_other_texts)
{
  g_autoptr (TitleBlock) block = read_block ("今天天气很好。\n我们去公园。\n");
  g_autoptr (TitleBlock) empty = read_block ("");

  ck_assert_ptr_null (block->title);
  ck_assert_ptr_null (block->region);
  ck_assert_ptr_null (block->congress);
  ck_assert_ptr_null (empty->title);
}
END_TEST

JD_SUITE ("title-block",
          reads_block_with_blanks_and_broken_lines,
          reads_file_number_year_and_chain,
          reads_speakers,
          reads_region_without_assembly,
          reads_opening_where_there_is_no_block,
          tells_nothing_of_other_texts)
