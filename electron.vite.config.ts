import { existsSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { UserConfig } from "vite";
import { runTimeFiles } from "./scripts/run-time-files-plugin.ts";

const root = import.meta.dirname;
const at = (path: string) => resolve(root, path);

/** Entries whose file exists; a layer that is not there yet is not built. */
function entries(named: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(named)
      .map(([name, path]) => [name, at(path)] as const)
      .filter(([, path]) => existsSync(path)),
  );
}

/** The page's chunks: what is large is loaded on its own, when a screen first asks for it. */
const pageChunks = [
  { name: "charts", test: /node_modules[\\/](?:echarts|zrender)[\\/]/ },
  { name: "grid", test: /node_modules[\\/](?:ag-grid-|@ag-grid-community)/ },
  { name: "antd", test: /node_modules[\\/](?:antd|@ant-design|@rc-component|rc-[a-z-]+)[\\/]/ },
];

const page: UserConfig = {
  root: at("src/renderer"),
  publicDir: existsSync(at("resources/public")) ? at("resources/public") : false,
  plugins: [react()],
  // Vite writes <meta property="csp-nonce"> and the nonce of every tag; the host puts a fresh one in at each load.
  html: { cspNonce: "__CSP_NONCE__" },
  worker: { format: "es" },
  build: {
    outDir: at("out/renderer"),
    target: "chrome152",
    sourcemap: false,
    minify: true,
    assetsInlineLimit: (path) => (/\.(?:woff2?|ttf|otf)$/.test(path) ? false : undefined),
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: at("src/renderer/index.html"),
      output: { codeSplitting: { groups: pageChunks } },
    },
  },
};

const pageExists = existsSync(at("src/renderer/app/main.tsx"));

export default defineConfig({
  main: {
    plugins: [runTimeFiles(at("resources/icon.png"))],
    build: {
      // Electron 45 brings Node 24, but the Chromium shell runs on the planner's own Node.
      target: "node20.19",
      sourcemap: false,
      rolldownOptions: {
        input: entries({ index: "src/main/index.ts", chromium: "src/main/chromium.ts" }),
        external: ["playwright-core", "@sparticuz/chromium"],
        output: { chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      sourcemap: false,
      rolldownOptions: {
        input: entries({ index: "src/preload/index.ts" }),
        // A sandboxed preload script cannot be an ES module.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  ...(pageExists ? { renderer: page } : {}),
});
