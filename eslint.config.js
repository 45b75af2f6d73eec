import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const layers = ["core", "exchange", "bridge", "main", "preload", "renderer"];

export default tseslint.config(
  { ignores: ["out/**", "dist/**", "node_modules/**", "coverage/**"] },
  ...tseslint.configs.strict,
  {
    files: [...layers.map((layer) => `src/${layer}/**/*.{ts,tsx}`), "test/**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          ...layers.map((layer) => `src/${layer}/tsconfig.json`),
          "src/renderer/workers/tsconfig.json",
          "test/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    rules: {
      "no-eval": "error",
      "no-new-func": "error",
      eqeqeq: "error",
      "max-lines": ["error", { max: 500 }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme"] }],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random" },
        { object: "Date", property: "now" },
      ],
      "no-restricted-globals": ["error", "Date", "performance", "crypto"],
    },
  },
  {
    files: ["src/renderer/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
