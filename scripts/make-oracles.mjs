import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCalc } from "./oracles/calc.mjs";
import { calcCases, goalCases } from "./oracles/calc-cases.mjs";
import { root } from "./run-tool.mjs";

// Computes the tables of test/oracles in LibreOffice Calc (Debian's libreoffice-calc); tests read what is committed.

/** Observations of Taishan's table 1 as its plan file prints them. @param {string} id */
function observed(id) {
  const plan = JSON.parse(readFileSync(join(root, "seeds/plans/taishan-13.json"), "utf8"));
  const found = plan.indicators.find((/** @type {any} */ each) => each.id === `taishan-13/${id}`);
  return found.observations.map((/** @type {any} */ { year, value }) => ({ year, value }));
}

/** @param {number} first @param {readonly number[]} values */
const yearly = (first, values) => values.map((value, k) => ({ year: first + k, value }));

const samples = {
  "taishan-13/rd-intensity": observed("rd-intensity"),
  "taishan-13/high-tech-product-output-share": observed("high-tech-product-output-share"),
  "taishan-13/national-high-tech-enterprises": observed("national-high-tech-enterprises"),
  "taishan-13/invention-patents-per-10k": observed("invention-patents-per-10k"),
  "made up: gaps": [2008, 2010, 2011, 2015].map((year, k) => ({ year, value: [3.2, 2.9, 4.4, 6.1][k] ?? 0 })),
  "made up: below zero": yearly(2012, [-5, -2, -7, 1]),
  "made up: large": yearly(2015, [1.2e12, 1.31e12, 1.29e12, 1.45e12, 1.6e12]),
  "made up: long": yearly(2004, [8, 9.5, 9.1, 12, 14.4, 13.9, 17, 16.2, 21, 24.5, 23, 29]),
};

/** One case a line. @param {Record<string, unknown>} table */
function written(table) {
  const parts = Object.entries(table).map(([name, content]) => {
    const lines = Array.isArray(content) ? content.map((each) => `\n    ${JSON.stringify(each)}`) : null;
    return `  ${JSON.stringify(name)}: ${lines === null ? JSON.stringify(content) : `[${lines.join(",")}\n  ]`}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

const calc = await openCalc();
try {
  const groups = Object.entries(calcCases(samples));
  const values = await calc.compute(groups.flatMap(([, cases]) => cases.map(({ formula }) => formula)));
  const settings = await calc.seek(goalCases);
  const origin = `${await calc.version()} Calc, by npm run oracles`;
  let next = 0;
  const computed = groups.map(([name, cases]) => [
    name,
    cases.map((each) => ({ ...each, value: values[next++] })),
  ]);
  const goals = goalCases.map((each, at) => ({ ...each, setting: settings[at] }));
  const table = { origin, samples, ...Object.fromEntries(computed), goals };
  writeFileSync(join(root, "test/oracles/calc.json"), written(table));
  console.log(`${values.length + settings.length} values of ${origin}`);
} finally {
  await calc.close();
}
