import pinyin from "pinyin-match";

/** Whether `text` holds the query as written, or as pinyin or its initials (dqsczz finds 地区生产总值). */
export function matchesPinyin(text: string, query: string): boolean {
  const wanted = query.trim();
  if (wanted === "") return true;
  return text.toLowerCase().includes(wanted.toLowerCase()) || pinyin.match(text, wanted) !== false;
}
