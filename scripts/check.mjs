import { checkSteps } from "./check-steps.mjs";
import { runStepsAsProgram } from "./run-steps.mjs";

await runStepsAsProgram(checkSteps);
