import { VERSION_1 } from "./database-of-version-1.ts";
import { VERSION_2 } from "./database-of-version-2.ts";
import { VERSION_3 } from "./database-of-version-3.ts";
import { VERSION_4 } from "./database-of-version-4.ts";
import type { PastVersion } from "./past-version.ts";

/** Every version that was shipped, the oldest first; a new one is frozen here before the schema changes after it. */
export const PAST_VERSIONS: readonly PastVersion[] = [VERSION_1, VERSION_2, VERSION_3, VERSION_4];
