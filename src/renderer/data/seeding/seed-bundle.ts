import { readManifest } from "#exchange/plan-file/read-catalogues.ts";
import type { SeedTexts } from "#exchange/plan-file/validate-seeds.ts";

/** The plans that ship with the program: their version, and their files when they are asked for. */
export interface SeedBundle {
  /** Version in the manifest, or `null` when the manifest cannot be read. */
  readonly version: () => Promise<number | null>;
  /** Text of every seed file by its path below `seeds/`. */
  readonly texts: () => Promise<SeedTexts>;
}

const MANIFEST = "manifest.json";

const files = import.meta.glob<string>(["../../../../seeds/*.json", "../../../../seeds/plans/*.json"], {
  query: "?raw",
  import: "default",
});

const loaders = new Map(
  Object.entries(files).map(([path, load]) => [path.slice(path.indexOf("/seeds/") + "/seeds/".length), load]),
);

/** The bundled plans as parts of the page that are only loaded when they are asked for. */
export const bundledSeeds: SeedBundle = {
  version: async () => {
    const text = await loaders.get(MANIFEST)?.();
    const manifest = text === undefined ? null : readManifest(JSON.parse(text));
    return manifest?.ok === true ? manifest.value.version : null;
  },
  texts: async () => {
    const entries = [...loaders].map(async ([path, load]) => [path, await load()] as const);
    return Object.fromEntries(await Promise.all(entries));
  },
};
