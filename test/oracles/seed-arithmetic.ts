/** Where a document says something: its file, the line (from 1), and the words. */
export interface Passage {
  readonly file: string;
  readonly line: number;
  readonly quote: string;
}

/** A value and by how much it rose since an earlier year: by units or points, by percent, or to so many times. */
export interface Rise extends Passage {
  readonly indicator: string;
  readonly year: number;
  readonly later: number;
  readonly by: number;
  readonly kind: "units" | "percent" | "times";
  readonly earlier: number;
}

/** From a value to another in so many years, and the growth a year in percent, to one digit. */
export interface Rate extends Passage {
  readonly base: number;
  readonly level: number;
  readonly years: number;
  readonly percent: number;
}

const ENPING = "000_67d00567c340e490.txt";
const TAISHAN = "001_b8e96dbffd0fa9f8.txt";
const HESHAN = "002_7a0a9db01543371e.txt";
const JIANGMEN = "003_fba5078c594e1fc3.txt";

/** What was before follows from a value and its rise: by hand, in the digits that the document prints. */
export const RISES: readonly Rise[] = [
  {
    file: ENPING,
    line: 62,
    quote: "占全市GDP的比重为1.5%，比2010年提高了1.22个百分点",
    indicator: "enping-13/rd-intensity",
    year: 2010,
    later: 1.5,
    by: 1.22,
    kind: "units",
    earlier: 0.28,
  },
  {
    file: HESHAN,
    line: 91,
    quote: "占规模以上工业总产值比重48.11%，比2015年提升17.96个百分点",
    indicator: "heshan-14/high-tech-product-output-share",
    year: 2015,
    later: 48.11,
    by: 17.96,
    kind: "units",
    earlier: 30.15,
  },
  {
    file: HESHAN,
    line: 87,
    quote: "占地区生产总值比重达2.92%，比2015年提升1.09个百分点",
    indicator: "heshan-14/rd-intensity",
    year: 2015,
    later: 2.92,
    by: 1.09,
    kind: "units",
    earlier: 1.83,
  },
  {
    file: HESHAN,
    line: 87,
    quote: "2020年全市财政科技投入1.22亿元，比2015年增长158%",
    indicator: "heshan-14/fiscal-science-expenditure",
    year: 2015,
    later: 1.22,
    by: 158,
    kind: "percent",
    earlier: 0.47,
  },
  {
    file: JIANGMEN,
    line: 2,
    quote: "占地区生产总值比重达 2.45%,比 2015 年提升 0.65 个百分点",
    indicator: "jiangmen-14/rd-intensity",
    year: 2015,
    later: 2.45,
    by: 0.65,
    kind: "units",
    earlier: 1.8,
  },
  {
    file: JIANGMEN,
    line: 2,
    quote: "占规模以上工业总产值比重达 51.41%,比 2015 年提升 20.93 个百分点",
    indicator: "jiangmen-14/high-tech-product-output-share",
    year: 2015,
    later: 51.41,
    by: 20.93,
    kind: "units",
    earlier: 30.48,
  },
  {
    file: JIANGMEN,
    line: 2,
    quote: "2020 年高新技术企业数量为 1845 家,是 2015 年的 9 倍",
    indicator: "jiangmen-14/high-tech-enterprises",
    year: 2015,
    later: 1845,
    by: 9,
    kind: "times",
    earlier: 205,
  },
  {
    file: TAISHAN,
    line: 13,
    quote: "经费投入4.96亿元，比2010年增加1.70亿元",
    indicator: "taishan-13/rd-expenditure",
    year: 2010,
    later: 4.96,
    by: 1.7,
    kind: "units",
    earlier: 3.26,
  },
  {
    file: TAISHAN,
    line: 13,
    quote: "全市财政科技拨款达到4114万元，比2010年增加2095万元",
    indicator: "taishan-13/fiscal-science-expenditure",
    year: 2010,
    later: 4114,
    by: 2095,
    kind: "units",
    earlier: 2019,
  },
  {
    file: TAISHAN,
    line: 17,
    quote: "专利申请量745件，比2010年增长约98.14%",
    indicator: "taishan-13/patent-applications",
    year: 2010,
    later: 745,
    by: 98.14,
    kind: "percent",
    earlier: 376,
  },
];

/** Growth a year by hand: (level / base)^(1 / years) − 1. */
export const RATES: readonly Rate[] = [
  {
    file: TAISHAN,
    line: 122,
    quote: "到2017年，全社会研究与开发（R&D）投入占地区生产总值（GDP）的比重达到2.1%",
    base: 1.54,
    level: 2.1,
    years: 2,
    percent: 16.8,
  },
  {
    file: TAISHAN,
    line: 122,
    quote: "到2020年，全社会研究与开发（R&D）投入占地区生产总值（GDP）的比重达到2.5%",
    base: 2.1,
    level: 2.5,
    years: 3,
    percent: 6.0,
  },
  {
    file: JIANGMEN,
    line: 2,
    quote: "2020 年高新技术企业数量为 1845 家,是 2015 年的 9 倍,年均增速居全省第一",
    base: 205,
    level: 1845,
    years: 5,
    percent: 55.2,
  },
  {
    file: JIANGMEN,
    line: 2,
    quote: "研发经费年均增幅达 12%",
    // 78.57 × 1.12⁵ = 138.467…
    base: 78.57,
    level: 138.467,
    years: 5,
    percent: 12.0,
  },
];

/** 年增长25%左右 and 累计110亿元 together fix the base: 110 / (1.25 + 1.25² + … + 1.25⁵) = 110 / 10.2587890625. */
export const TECHNICAL_UPGRADE: Passage & {
  readonly [Name in "percent" | "total" | "years" | "base"]: number;
} = {
  file: TAISHAN,
  line: 122,
  quote: "2015-2020年，工业技术改造投资年增长25%左右，至2020年累计完成投资110亿元",
  percent: 25,
  total: 110,
  years: 5,
  base: 10.7225,
};
