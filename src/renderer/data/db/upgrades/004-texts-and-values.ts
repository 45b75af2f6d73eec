import type { Transaction } from "dexie";

// The rows as version 3 wrote them, in what this upgrade touches, and as version 4 keeps them; these types never change.

/** Observations of rows that follow each other: row × year, row-major. */
interface Observed {
  readonly years: readonly number[];
  readonly values: Float64Array;
  readonly statuses: Uint8Array;
}

interface Names {
  readonly ids: string;
  readonly names: string;
}

interface PlanRow extends Observed {
  readonly id: string;
  readonly generation: string;
  readonly summary: { readonly indicatorNames: Names };
}

/** What version 4 keeps of it, with two things more. */
interface PlanRowOf4 extends Omit<PlanRow, "values" | "statuses" | "summary"> {
  readonly summary: object;
  readonly narrativeRevision: number;
  readonly namesRevision: number;
}

/** The names of a plan's indicators. */
interface NamesRow extends Names {
  readonly plan: string;
  readonly generation: string;
}

interface ChunkRow {
  readonly plan: string;
  readonly index: number;
  readonly indicators: readonly object[];
}

type ChunkRowOf4 = ChunkRow & Observed;

/** The text of a plan, where none is written yet. */
interface NarrativeRow {
  readonly plan: string;
  readonly generation: string;
  readonly narrative: readonly [];
}

/** Indicators in all chunks of a plan but its last. */
const CHUNK_SIZE = 200;

/**
 * From version 3 to 4: plans keep the text that the planner writes, in a table of their own; the values go from the record of
 * their plan into the chunks of their rows, and the names for search into a table of their own. A plan of before has no text: what is proposed for it is shown until the planner writes. Runs in the
 * transaction of the upgrade: all of it happens, or none.
 */
export async function upgradeTo4(transaction: Transaction): Promise<void> {
  const observed = new Map<string, Observed>();
  const plans: PlanRowOf4[] = [];
  const names: NamesRow[] = [];
  for (const row of await transaction.table<PlanRow>("plans").toArray()) {
    const { values, statuses, ...plan } = row;
    const { indicatorNames, ...summary } = plan.summary;
    observed.set(plan.id, { years: plan.years, values, statuses });
    plans.push({ ...plan, summary, narrativeRevision: 0, namesRevision: 0 });
    names.push({
      plan: plan.id,
      generation: plan.generation,
      ids: indicatorNames.ids,
      names: indicatorNames.names,
    });
  }
  await transaction
    .table<ChunkRow>("chunks")
    .toCollection()
    .modify((chunk, place) => {
      const upgraded: ChunkRowOf4 = { ...chunk, ...ofChunk(observed.get(chunk.plan), chunk) };
      place.value = upgraded;
    });
  await transaction.table<PlanRowOf4>("plans").bulkPut(plans);
  const texts = plans.map(({ id, generation }): NarrativeRow => ({ plan: id, generation, narrative: [] }));
  await transaction.table<NarrativeRow>("narratives").bulkAdd(texts);
  await transaction.table<NamesRow>("names").bulkAdd(names);
}

const NONE: Observed = { years: [], values: new Float64Array(), statuses: new Uint8Array() };

/**
 * What a plan's record holds of the rows of a chunk, in the years in which one of them has a value. Where it does not hold a cell for each row and
 * year, it stays too short here, too, and is told as damage once the plan is opened.
 */
function ofChunk(of: Observed = NONE, { index, indicators }: ChunkRow): Observed {
  const width = of.years.length;
  const [from, before] = [index * CHUNK_SIZE * width, (index * CHUNK_SIZE + indicators.length) * width];
  const values = of.values.slice(from, before);
  const statuses = of.statuses.slice(from, before);
  const cells = indicators.length * width;
  if (values.length < cells || statuses.length < cells) return { years: of.years, values, statuses };
  const columns = of.years.flatMap((_, column) =>
    statuses.some((status, at) => status !== 0 && at % width === column) ? [column] : [],
  );
  const kept = indicators.flatMap((_, row) => columns.map((column) => row * width + column));
  return {
    years: columns.flatMap((column) => of.years[column] ?? []),
    values: Float64Array.from(kept, (at) => values[at] ?? Number.NaN),
    statuses: Uint8Array.from(kept, (at) => statuses[at] ?? 0),
  };
}
