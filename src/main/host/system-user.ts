import { userInfo } from "node:os";

/** The name under which the planner is known to the operating system; empty where it has none for the user that runs the program. */
export function systemUser(): string {
  try {
    return userInfo().username.trim();
  } catch {
    // A user without an entry in the system's list, as in some containers.
    return "";
  }
}
