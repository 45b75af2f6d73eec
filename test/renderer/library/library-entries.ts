import { jurisdictionCode, planId, year } from "#core/plan/ids.ts";
import { indicatorId } from "#core/plan/ids.ts";
import type { LibraryEntry } from "#renderer/data/library-entry.ts";

interface EntryFacts {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly place: readonly [zh: string, en: string];
  readonly level: LibraryEntry["level"];
  readonly years: readonly [start: number, end: number];
  readonly status: LibraryEntry["status"];
  readonly more?: Partial<LibraryEntry>;
}

/** A row of the library from the few facts a test is about. */
export function libraryEntry({
  id,
  title,
  code,
  place,
  level,
  years,
  status,
  more,
}: EntryFacts): LibraryEntry {
  return {
    id: planId(id),
    title,
    jurisdiction: jurisdictionCode(code),
    jurisdictionName: place[0],
    jurisdictionNameEn: place[1],
    level,
    period: { start: year(years[0]), end: year(years[1]) },
    status,
    origin: "bundled",
    predecessor: null,
    superior: null,
    indicatorCount: 0,
    indicatorNames: [],
    observationCount: 0,
    targetCount: 0,
    filled: { targets: 0, bases: 0, departments: 0, evidence: 0 },
    rejectedCount: 0,
    highlight: null,
    updatedAt: 0,
    ...more,
  };
}

const named = (plan: string, ...names: readonly string[]) => ({
  indicatorCount: names.length,
  indicatorNames: names.map((name, at) => ({ id: indicatorId(`${plan}/i${at}`), name })),
});

/** The five plans of the program by their printed titles, jurisdictions (GB/T 2260) and periods. */
export const FIVE_PLANS: readonly LibraryEntry[] = [
  libraryEntry({
    id: "enping-13",
    title: "恩平市科学技术发展“十三五”规划",
    code: "440785",
    place: ["恩平市", "Enping City"],
    level: "county-level-city",
    years: [2016, 2020],
    status: "issued",
    more: {
      ...named("enping-13", "国家高新技术企业", "研发经费投入强度"),
      observationCount: 3,
      targetCount: 2,
    },
  }),
  libraryEntry({
    id: "heshan-14",
    title: "鹤山市科技发展“十四五”规划",
    code: "440784",
    place: ["鹤山市", "Heshan City"],
    level: "county-level-city",
    years: [2021, 2025],
    status: "consultation",
    more: { ...named("heshan-14", "高新技术企业"), superior: planId("jiangmen-14") },
  }),
  libraryEntry({
    id: "jiangmen-14",
    title: "江门市科技创新“十四五”规划",
    code: "440700",
    place: ["江门市", "Jiangmen City"],
    level: "prefecture",
    years: [2021, 2025],
    status: "issued",
    more: named("jiangmen-14", "高新技术企业", "地区生产总值"),
  }),
  libraryEntry({
    id: "shaoguan-2017",
    title: "韶关市科技创新发展行动计划",
    code: "440200",
    place: ["韶关市", "Shaoguan City"],
    level: "prefecture",
    years: [2017, 2020],
    status: "issued",
  }),
  libraryEntry({
    id: "taishan-13",
    title: "台山市科技创新“十三五”规划",
    code: "440781",
    place: ["台山市", "Taishan City"],
    level: "county-level-city",
    years: [2016, 2020],
    status: "issued",
  }),
];
