/** What the library holds, as the page says it. */
export type LibraryCounts = Readonly<Record<"plans" | "indicators" | "observations" | "targets", number>>;

/** Reads the counts that the page writes on its library; throws when one is missing or no whole number. */
export function readCounts(written: unknown): LibraryCounts {
  const count = (name: keyof LibraryCounts): number => {
    const text: unknown = typeof written === "object" && written !== null ? Reflect.get(written, name) : null;
    if (typeof text !== "string" || !/^\d+$/.test(text))
      throw new Error(`The library does not say its number of ${name}`);
    return Number(text);
  };
  return {
    plans: count("plans"),
    indicators: count("indicators"),
    observations: count("observations"),
    targets: count("targets"),
  };
}
