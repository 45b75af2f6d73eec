// Run by the torture of the network, in a network of its own: prints the packets counted in it as JSON.
import { join } from "node:path";
import { runnerImport } from "vite";
import { root } from "../run-tool.mjs";

const options = { configFile: /** @type {const} */ (false), root, logLevel: /** @type {const} */ ("error") };
const { module } = await runnerImport(join(root, "test/torture/offline-workflow.ts"), options);
console.log(JSON.stringify(await module.countPackets(Number(process.argv[2]))));
