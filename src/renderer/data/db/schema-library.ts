import { z } from "zod";

// The page's policy forbids eval, which zod would otherwise try in order to compile its schemas.
z.config({ jitless: true });

export { z };
