import pinyin from "pinyin-match";

/** Whether `text` holds the query as written, wide or narrow and upper or lower case, or as pinyin or its initials (dqsczz finds 地区生产总值). */
export function matchesPinyin(text: string, query: string): boolean {
  const wanted = fold(query).trim();
  if (wanted === "") return true;
  return fold(text).includes(wanted) || pinyin.match(text, wanted) !== false;
}

/** An input method may be set to wide letters and digits. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
