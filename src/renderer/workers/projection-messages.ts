import type {
  ContributionGap,
  ContributionQuestion,
  Contributions,
} from "#core/projection/analysis/contribution.ts";
import type { BlockRange } from "#core/projection/monte-carlo/draw-part.ts";
import type { MonteCarloError } from "#core/projection/monte-carlo/monte-carlo-error.ts";
import type {
  SimulationPart,
  SimulationQuestion,
  SimulationResult,
} from "#core/projection/monte-carlo/simulation-question.ts";
import type { Result } from "#core/result.ts";

/** Work for a projection worker: a whole simulation, some of its blocks, what all parts come to, or what explains a difference. */
export type ProjectionJob =
  | { readonly kind: "simulate"; readonly question: SimulationQuestion }
  | { readonly kind: "draw"; readonly question: SimulationQuestion; readonly range: BlockRange }
  | {
      readonly kind: "summarise";
      readonly question: SimulationQuestion;
      readonly parts: readonly SimulationPart[];
    }
  | { readonly kind: "contribute"; readonly question: ContributionQuestion };

/** What a projection worker is asked; a job is named by its id from then on. */
export type ProjectionRequest =
  | { readonly kind: "start"; readonly id: number; readonly job: ProjectionJob }
  | { readonly kind: "cancel"; readonly id: number };

/** What a job comes to. */
export type ProjectionOutcome =
  | { readonly kind: "drawn"; readonly part: SimulationPart }
  | { readonly kind: "summarised"; readonly result: SimulationResult }
  | { readonly kind: "contributed"; readonly result: Result<Contributions, ContributionGap> };

/** What a projection worker tells of a job: how many draws (of contributions, what part of all orders) are done, and at the end one of the others. */
export type ProjectionReply =
  | { readonly kind: "progress"; readonly id: number; readonly done: number }
  | {
      readonly kind: "end";
      readonly id: number;
      readonly outcome: Result<ProjectionOutcome, MonteCarloError>;
    }
  | { readonly kind: "cancelled"; readonly id: number }
  /** A fault of the program; English, for the details. */
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
