import type { ScenarioId } from "#core/scenario/scenario.ts";
import type { ScenarioTree } from "#core/scenario/scenario-tree.ts";

interface ScenarioChoiceProps {
  readonly label: string;
  readonly tree: ScenarioTree;
  readonly value: ScenarioId;
  /** Not on offer. */
  readonly except: ScenarioId;
  readonly onChoose: (scenario: ScenarioId) => void;
}

/** A choice of one scenario of a tree. */
export function ScenarioChoice({ label, tree, value, except, onChoose }: ScenarioChoiceProps) {
  return (
    <label className="scenario-choose">
      <span>{label}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = tree.scenarios.find(({ id }) => id === event.target.value);
          if (chosen !== undefined) onChoose(chosen.id);
        }}
      >
        {tree.scenarios
          .filter(({ id }) => id !== except)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}
