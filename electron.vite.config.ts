import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { runnerImport, type UserConfig } from "vite";
import { runTimeFiles } from "./scripts/run-time-files-plugin.ts";

const root = import.meta.dirname;
const at = (path: string) => resolve(root, path);

/**
 * The page's chunks: what is large is loaded on its own, when a screen first asks for it. A group takes along what it
 * imports, so React comes first: else the whole grid would be loaded at the start for the React inside.
 */
const pageChunks = [
  {
    name: "react",
    test: /node_modules[\\/](?:react|react-dom|scheduler|use-sync-external-store)[\\/]/,
    priority: 1,
  },
  { name: "charts", test: /node_modules[\\/](?:echarts|zrender)[\\/]/ },
  { name: "grid", test: /node_modules[\\/](?:ag-grid-|@ag-grid-community)/ },
  { name: "antd", test: /node_modules[\\/](?:antd|@ant-design|@rc-component|rc-[a-z-]+)[\\/]/ },
];

/** The notices of everything bundled travel with the program. */
const license = { fileName: "licenses.md" };

const page: UserConfig = {
  root: at("src/renderer"),
  publicDir: false,
  plugins: [react()],
  // Vite writes <meta property="csp-nonce"> and the nonce of every tag; the host puts a fresh one in at each load.
  html: { cspNonce: "__CSP_NONCE__" },
  worker: { format: "es" },
  build: {
    outDir: at("out/renderer"),
    // Electron 45 is newer, but the Chromium shell takes whatever Chromium, Chrome or Edge is installed.
    target: "chrome130",
    sourcemap: false,
    minify: true,
    license,
    assetsInlineLimit: (path) => (/\.(?:woff2?|ttf|otf)$/.test(path) ? false : undefined),
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: at("src/renderer/index.html"),
      output: { codeSplitting: { groups: pageChunks } },
    },
  },
};

/** The check reads the seeds with the program's own reader, whose package imports only vite resolves here. */
async function seedsCheck() {
  const { module } = await runnerImport<typeof import("./scripts/seeds-plugin.ts")>(
    at("scripts/seeds-plugin.ts"),
  );
  return module.seedsCheck(at("seeds"));
}

export default defineConfig({
  main: {
    // The seeds are checked here because this part is built first: a broken one stops everything.
    plugins: [seedsCheck(), runTimeFiles(at("resources/icon.png"))],
    build: {
      // Electron 45 brings Node 24, but the Chromium shell runs on the planner's own Node.
      target: "node20.19",
      sourcemap: false,
      license,
      rolldownOptions: {
        input: { index: at("src/main/index.ts"), chromium: at("src/main/chromium.ts") },
        external: ["playwright-core", "@sparticuz/chromium"],
        output: { chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      sourcemap: false,
      rolldownOptions: {
        input: { index: at("src/preload/index.ts") },
        // A sandboxed preload script cannot be an ES module.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: page,
});
