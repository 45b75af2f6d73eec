import { typeSteps } from "./check-steps.mjs";
import { runStepsAsProgram } from "./run-steps.mjs";

await runStepsAsProgram(typeSteps);
