import { Dexie, type Table } from "dexie";
import type { DocumentTextRow } from "./document-row.ts";
import type { JournalRow, MetaRow, NewJournalRow, TouchRow } from "./journal-row.ts";
import type { NamesRow } from "./names-row.ts";
import type { NarrativeRow } from "./narrative-row.ts";
import type { ChunkRow, PlanRow } from "./plan-row.ts";
import type { ProgrammeRow } from "./programme-row.ts";
import type { ScenariosRow } from "./scenario-row.ts";
import { upgradeTo2 } from "./upgrades/002-programme.ts";
import { upgradeTo3 } from "./upgrades/003-scenarios.ts";
import type { ChartsRow } from "./charts-row.ts";
import { upgradeTo4 } from "./upgrades/004-texts-and-values.ts";
import type { ViewRow } from "./view-row.ts";

/** The version of the schema that this program knows; IndexedDB itself counts ten a version. */
export const SCHEMA_VERSION = 4;

/** Name of the planner's database. */
export const DATABASE_NAME = "wunian";

/**
 * The database: one record a plan, its indicators in chunks, its programme, its scenarios, its text, the names for search, an append-only journal with an index by
 * cells, facts about itself, the texts of attached documents, and how grids are arranged. Its first stores and each upgrade
 * stay as they were shipped.
 * It opens only when told to, so that no window writes into a database it has not checked.
 */
export class WorkbenchDatabase extends Dexie {
  readonly plans: Table<PlanRow, string>;
  readonly chunks: Table<ChunkRow, [string, number]>;
  readonly journal: Table<JournalRow, number, NewJournalRow>;
  readonly meta: Table<MetaRow, MetaRow["key"]>;
  readonly programmes: Table<ProgrammeRow, string>;
  readonly scenarios: Table<ScenariosRow, string>;
  readonly narratives: Table<NarrativeRow, string>;
  readonly names: Table<NamesRow, string>;
  readonly documentTexts: Table<DocumentTextRow, string>;
  readonly touches: Table<TouchRow, [string, string, number]>;
  readonly views: Table<ViewRow | ChartsRow, string>;

  constructor(name: string = DATABASE_NAME) {
    super(name, { autoOpen: false, chromeTransactionDurability: "strict", cache: "disabled" });
    this.version(1).stores({
      plans: "id",
      chunks: "[plan+index]",
      journal: "++sequence, plan",
      meta: "key",
    });
    this.version(2)
      .stores({
        programmes: "plan",
        documentTexts: "sha256",
        journal: "++sequence, plan, [plan+kind], [plan+sequence]",
        touches: "[plan+cell+sequence]",
        views: "id",
      })
      .upgrade(upgradeTo2);
    this.version(3).stores({ scenarios: "plan" }).upgrade(upgradeTo3);
    this.version(SCHEMA_VERSION).stores({ narratives: "plan", names: "plan" }).upgrade(upgradeTo4);
    this.plans = this.table("plans");
    this.chunks = this.table("chunks");
    this.journal = this.table("journal");
    this.meta = this.table("meta");
    this.programmes = this.table("programmes");
    this.scenarios = this.table("scenarios");
    this.narratives = this.table("narratives");
    this.names = this.table("names");
    this.documentTexts = this.table("documentTexts");
    this.touches = this.table("touches");
    this.views = this.table("views");
  }
}
