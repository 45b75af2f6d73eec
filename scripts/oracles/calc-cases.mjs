/** @typedef {{ year: number, value: number }} Point */

/** An inline array of OpenFormula. @param {readonly number[]} numbers */
const list = (numbers) => `{${numbers.join(";")}}`;
const values = (/** @type {readonly Point[]} */ points) => list(points.map(({ value }) => value));
const years = (/** @type {readonly Point[]} */ points) => list(points.map(({ year }) => year));

/** More points than these make too long a formula of their pairs. */
const MOST_PAIRED = 6;

/** Trends in the years after the last point. @param {string} sample @param {readonly Point[]} points */
function trendCases(sample, points) {
  const [last] = points.slice(-1);
  if (last === undefined) return [];
  const slope = `INDEX(LINEST(${values(points)};${years(points)});1;1)`;
  return [1, 3, 5].flatMap((ahead) => {
    const year = last.year + ahead;
    const input = { sample, ahead };
    const positive = points.every(({ value }) => value > 0);
    return [
      {
        ...input,
        fit: "linear",
        damping: 1,
        formula: `FORECAST(${year};${values(points)};${years(points)})`,
      },
      { ...input, fit: "linear", damping: 1, formula: `TREND(${values(points)};${years(points)};${year})` },
      ...(positive
        ? [
            {
              ...input,
              fit: "log-linear",
              damping: 1,
              formula: `GROWTH(${values(points)};${years(points)};${year})`,
            },
          ]
        : []),
      { ...input, fit: "damped", damping: 1, formula: `${last.value}+${slope}*${ahead}` },
      {
        ...input,
        fit: "damped",
        damping: 0.8,
        formula: `${last.value}+${slope}*SERIESSUM(0.8;1;1;${list(Array(ahead).fill(1))})`,
      },
      ...(points.length > MOST_PAIRED
        ? []
        : [{ ...input, fit: "theil-sen", damping: 1, formula: theilSen(points, year) }]),
    ];
  });
}

/** The median of what the median slope leaves over, carried on by it. @param {readonly Point[]} points @param {number} year */
function theilSen(points, year) {
  const pairs = points.flatMap((from, at) => points.slice(at + 1).map((to) => ({ from, to })));
  const [from, to] = [pairs.map((pair) => pair.from), pairs.map((pair) => pair.to)];
  const slope = `MEDIAN((${values(to)}-${values(from)})/(${years(to)}-${years(from)}))`;
  return `MEDIAN(${values(points)}+${slope}*(${year}-${years(points)}))`;
}

/** From base to level in years: the rate, the same by 累计法, and paths. */
function growthCases() {
  const ends = [
    { base: 1.54, level: 2.5, years: 5 },
    { base: 1.54, level: 2.1, years: 2 },
    { base: 2.1, level: 2.5, years: 3 },
    { base: 1845, level: 2600, years: 5 },
    { base: 205, level: 1845, years: 5 },
    { base: 2.3e8, level: 1.1e8, years: 4 },
    { base: 1e-6, level: 4e12, years: 7 },
  ];
  const sums = [
    { base: 7100e4, total: 6e8, years: 4 },
    { base: 10, total: 110, years: 5 },
    { base: 10, total: 50, years: 5 },
    { base: 10, total: 12, years: 5 },
    { base: 3, total: 4000, years: 3 },
  ];
  return {
    requiredGrowth: ends.map((each) => ({
      ...each,
      formula: `RRI(${each.years};${each.base};${each.level})`,
    })),
    cumulativeGrowth: sums.map((each) => ({
      ...each,
      formula: `RATE(${each.years};${-each.base};0;${each.total};1)`,
    })),
    paths: ends.flatMap(({ base, level, years: n }) =>
      [1, n - 1].flatMap((k) => [
        {
          base,
          level,
          years: n,
          k,
          shape: "linear",
          formula: `TREND(${list([base, level])};${list([0, n])};${k})`,
        },
        {
          base,
          level,
          years: n,
          k,
          shape: "geometric",
          formula: `GROWTH(${list([base, level])};${list([0, n])};${k})`,
        },
      ]),
    ),
  };
}

/** Growth by the value of money, and the logistic curve. */
function methodCases() {
  return {
    growth: [
      { last: 100, rate: 12, years: 5 },
      { last: 78.57, rate: 12, years: 5 },
      { last: 9, rate: -3.5, years: 10 },
    ].map((each) => ({ ...each, formula: `FV(${each.rate / 100};${each.years};0;${-each.last})` })),
    logistic: [
      { last: 61, ceiling: 100, rate: 0.3, years: 5 },
      { last: 1.5, ceiling: 2.8, rate: 0.12, years: 10 },
    ].map((each) => ({
      ...each,
      formula: `${each.ceiling}/(1+(${each.ceiling}/${each.last}-1)*EXP(-${each.rate}*${each.years}))`,
    })),
  };
}

/** Numbers that look random and are the same every time. @param {number} count @param {number} seed */
function spread(count, seed) {
  return Array.from({ length: count }, (_, k) => ((seed * (k + 1) * 7919) % 10007) / 16 - 100);
}

/** Quantiles, rounding and the normal distribution. */
function statisticsCases() {
  const samples = [[3, 1, 4, 1, 5, 9, 2, 6], [42], [1, 2], spread(40, 3), spread(101, 17)];
  return {
    quantiles: samples.flatMap((sample) =>
      [5, 25, 50, 75, 95].map((percent) => ({
        sample,
        percent,
        formula: `PERCENTILE(${list(sample)};${percent}/100)`,
      })),
    ),
    rounding: [0.5, -0.5, 1.5, 2.5, -2.5, 0.49, 1234567.5, -0.2, 28.2].map((number) => ({
      number,
      formula: `ROUND(${number};0)`,
    })),
    normal: [-6, -2.5, -1, -0.1, 0, 0.3, 1.6448536269514722, 3.2].map((z) => ({
      z,
      formula: `LEGACY.NORMSDIST(${z})`,
    })),
    lognormal: [5, 25, 50, 75, 95].flatMap((percent) =>
      [1, 5].map((n) => ({
        last: 100,
        rate: 6,
        sd: 0.03,
        years: n,
        percent,
        formula: `LOGINV(${percent / 100};LN(100)+${n}*LN(1.06);0.03*SQRT(${n}))`,
      })),
    ),
  };
}

/** Every case by group, each with the formula that Calc is to compute. @param {Record<string, readonly Point[]>} samples */
export function calcCases(samples) {
  return {
    trends: Object.entries(samples).flatMap(([sample, points]) => trendCases(sample, points)),
    ...growthCases(),
    ...methodCases(),
    ...statisticsCases(),
  };
}

/** Goals; X is what is sought. Enping's R&D and GDP are those of its line 62 (2.3亿元, 1.5 %). */
export const goalCases = [
  { what: "growth", start: 5, goal: 2.5, formula: "1.54*(1+X/100)^5" },
  { what: "step", start: 0.1, goal: 2.5, formula: "1.54+5*X" },
  { what: "ceiling", start: 78, goal: 75, formula: "X/(1+(X/61-1)*EXP(-0.3*5))" },
  { what: "ratio", start: 8, goal: 2.5, formula: "2.3*(1+X/100)^5/(2.3/0.015*1.08^5)*100" },
];
