/* test-numeral.c - numerals in every form that reports use
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plugins/number/numeral.h"

#include "suite.h"

static const struct
{
  const char *text;
  const char *value;
  const char *rest; /* what the numeral leaves */
} plain[] = {
  { "1045.9 亿元", "104590000000", "元" },
  { "2.58亿元", "258000000", "元" },
  { "４６８亿美元", "46800000000", "美元" },
  { "8．5％", "8.5", "％" },
  { "1 6 5 5 亿", "165500000000", "" },
  { "1 20", "1", " 20" },
  { "12,300元", "12300", "元" },
  { "12,30", "12", ",30" },
  { "7，500多万户", "75000000", "户" },
  { "1.2万亿元", "1200000000000", "元" },
  { "3亿5千万元", "350000000", "元" },
  { "2千零30万", "20300000", "" },
  { "300千瓦", "300", "千瓦" },
  { "12万千瓦", "120000", "千瓦" },
  { "3个百分点", "3", "个百分点" },
  { "三百二十万人", "3200000", "人" },
  { "一千一百一十一亿零一", "111100000001", "" },
  { "两座", "2", "座" },
  { "十二条", "12", "条" },
  { "一百零五", "105", "" },
  { "三万五", "35000", "" },
  { "四万万", "400000000", "" },
  { "六点四二万人", "64200", "人" },
  { "五点钟", "5", "点钟" },
  { "八点三十", "8", "点三十" },
  { "百分之六点五", "6.5", "" },
  { "百分之百", "100", "" },
  { "千分之三", "0.3", "" },
  { "四分之一", "0.25", "" },
  { "一半以上", "0.5", "以上" },
  { "二〇三五年", "2035", "年" },
  { "一九八○年", "1980", "年" },
  { "107.370", "107.37", "" },
};

static JdNumeral
read_all (const char *text)
{
  JdNumeral numeral = { 0 };

  ck_assert_msg (jd_numeral_read (text, strlen (text), &numeral), "no numeral: %s", text);
  return numeral;
}

START_TEST (reads_value_and_leaves_the_rest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      char buffer[JD_DECIMAL_BUFFER];
      JdNumeral numeral = read_all (plain[i].text);

      jd_decimal_format (numeral.value, buffer);
      ck_assert_str_eq (buffer, plain[i].value);
      ck_assert_str_eq (plain[i].text + numeral.length, plain[i].rest);
    }
}
END_TEST

START_TEST (keeps_yu_and_duo_as_a_lower_limit)
{
  static const char *const texts[]
      = { "1000余", "12.6余万", "700 万余", "50 多", "十多", "二十几", "1080 余" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      JdNumeral numeral = read_all (texts[i]);

      ck_assert_msg (numeral.flags & JD_NUMERAL_MORE, "%s", texts[i]);
      ck_assert_uint_eq (numeral.length, strlen (texts[i]));
    }
  ck_assert (!(read_all ("三多").flags & JD_NUMERAL_MORE));
}
END_TEST

START_TEST (reads_neighbouring_digits_as_a_spread)
{
  static const struct
  {
    const char *text;
    gint64 low, high;
  } rows[] = { { "三四十", 30, 40 },
               { "三五百", 300, 500 },
               { "两三万", 20000, 30000 },
               { "十七八", 17, 18 },
               { "八九千", 8000, 9000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JdNumeral numeral = read_all (rows[i].text);

      ck_assert (numeral.flags & JD_NUMERAL_SPREAD);
      ck_assert_int_eq (numeral.value.digits, rows[i].low);
      ck_assert_int_eq (numeral.high.digits, rows[i].high);
    }
}
END_TEST

START_TEST (tells_bare_scales)
{
  ck_assert (read_all ("亿元").flags & JD_NUMERAL_BARE);
  ck_assert (read_all ("千万").flags & JD_NUMERAL_BARE);
  ck_assert (!(read_all ("十").flags & JD_NUMERAL_BARE));
  ck_assert (!(read_all ("3亿").flags & JD_NUMERAL_BARE));
}
END_TEST

START_TEST (flags_what_does_not_fit)
{
  static const char *const texts[]
      = { "99999999999999999999", "9999999999999999亿", "0.1234567890123456789", "九千万亿亿亿" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ck_assert_msg (read_all (texts[i]).flags & JD_NUMERAL_OVERFLOW, "%s", texts[i]);
}
END_TEST

START_TEST (refuses_what_is_no_numeral)
{
  static const char *const texts[] = { "", "元", "多", "点", "分之一", "余" };
  JdNumeral numeral = { .length = 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ck_assert (!jd_numeral_read (texts[i], strlen (texts[i]), &numeral));
  ck_assert_uint_eq (numeral.length, 7);
}
END_TEST

START_TEST (stops_at_the_given_length)
{
  JdNumeral numeral;

  ck_assert (jd_numeral_read ("123亿", 2, &numeral));
  ck_assert_int_eq (numeral.value.digits, 12);
}
END_TEST

JD_SUITE ("numeral",
          reads_value_and_leaves_the_rest,
          keeps_yu_and_duo_as_a_lower_limit,
          reads_neighbouring_digits_as_a_spread,
          tells_bare_scales,
          flags_what_does_not_fit,
          refuses_what_is_no_numeral,
          stops_at_the_given_length)
