import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);

const WASM = "harfbuzzjs/dist/harfbuzz-subset.wasm";
const WASM_FILE = "harfbuzz-subset.wasm";
const WASM_PATH = "virtual:harfbuzz-subset-path";

/** The files of the font package that fonts for exports are cut from: both weights, and which slice has which letters. */
const FONT_FILES = /^noto-sans-sc-.+-(?:400|600)-normal\.woff2$/;

/**
 * Puts the files that the main process reads while it runs beside its code (fonts, HarfBuzz's module, the
 * window's icon), so that a packed program needs no node_modules. All chunks must lie in one folder.
 */
export function runTimeFiles(icon: string): Plugin {
  return {
    name: "run-time-files",
    async buildStart() {
      const fonts = dirname(require.resolve("@fontsource/noto-sans-sc/unicode.json"));
      const names = (await readdir(join(fonts, "files"))).filter((name) => FONT_FILES.test(name));
      const copies = [
        ["fonts/unicode.json", join(fonts, "unicode.json")],
        ["fonts/LICENSE", join(fonts, "LICENSE")],
        ...names.map((name) => [`fonts/files/${name}`, join(fonts, "files", name)]),
        [WASM_FILE, require.resolve(WASM)],
        ["harfbuzz-subset.LICENSE", join(dirname(require.resolve(WASM)), "../LICENSE")],
        ["icon.png", icon],
      ] as const;
      for (const [fileName = "", path = ""] of copies)
        this.emitFile({ type: "asset", fileName, source: await readFile(path) });
    },
    // subset-font asks Node where the module lies, which only an installed package can answer.
    transform(code, id) {
      if (!/[\\/]subset-font[\\/]index\.js$/.test(id)) return null;
      const asked = `require.resolve('${WASM}')`;
      if (!code.includes(asked))
        throw new Error("subset-font no longer loads HarfBuzz as run-time-files expects");
      return { code: code.replace(asked, `require('${WASM_PATH}').path`), map: null };
    },
    resolveId: (id) => (id === WASM_PATH ? `\0${WASM_PATH}` : null),
    load: (id) =>
      id === `\0${WASM_PATH}`
        ? `import { join } from "node:path";
export const path = join(import.meta.dirname, ${JSON.stringify(WASM_FILE)});`
        : null,
  };
}
