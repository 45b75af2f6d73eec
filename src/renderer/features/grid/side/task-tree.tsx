import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Task } from "#core/plan/task.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Picked } from "../grid-session.ts";
import { statementCaption } from "../../../i18n/statement-text.ts";
import { placeText, printBodies } from "../../../evidence/printed-statement.ts";
import { wordedStatement } from "../../../evidence/worded-statement.ts";
import { planPlace } from "../../../evidence/plan-place.ts";
import type { PlanText } from "./plan-text.ts";
import { type ProgrammeNode, taskNodes, type TaskStatementNode } from "./task-nodes.ts";
import { Tree } from "./tree.tsx";

interface TaskTreeProps {
  readonly plan: PlanText;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
  readonly onEnterGrid: () => void;
}

/** Tasks, projects, boxes, policies and events of the plan, each with its statements. */
export const TaskTree = memo(function TaskTree({ plan, picked, onPick, onEnterGrid }: TaskTreeProps) {
  const { t } = useTranslation("grid");
  const roots: readonly ProgrammeNode[] = useMemo(() => taskNodes(plan, plan.names), [plan]);
  if (roots.length === 0)
    return <EmptyState text={t(plan.origin === "own" ? "side.tasks.emptyOwn" : "side.tasks.empty")} />;
  const wordingOf = ({ statement }: TaskStatementNode) =>
    wordedStatement(statement, plan.words) ?? t("side.statements.noFigure");
  const pick = (node: ProgrammeNode) =>
    onPick(
      node.kind === "task"
        ? { kind: "task", id: node.task.id }
        : { kind: "statement", id: node.statement.id },
    );
  return (
    <Tree
      label={t("side.tasks.tree")}
      roots={roots}
      chosen={picked?.id ?? null}
      onChoose={pick}
      onEnter={(node) => {
        if (node.kind === "statement" && node.statement.indicator !== null) onEnterGrid();
      }}
      tip={(node) =>
        node.kind === "task"
          ? node.task.name
          : [node.about, statementCaption(node.statement, t), wordingOf(node)].filter(Boolean).join(" · ")
      }
      render={(node) =>
        node.kind === "task" ? (
          <TaskEntry task={node.task} plan={plan} />
        ) : (
          <TaskStatement node={node} wording={wordingOf(node)} />
        )
      }
    />
  );
});

function TaskEntry({ task, plan }: { readonly task: Task; readonly plan: PlanText }) {
  const { t } = useTranslation("grid");
  const { kind, name, parent, year, bodies, evidence } = task;
  const place = planPlace(plan, evidence);
  // A heading that is the entry's own, or that its parent has shown already, says nothing new.
  const repeats = place.heading !== null && (parent !== null || place.heading.includes(name));
  const aside = [
    year === null ? null : t("side.tasks.year", { year }),
    bodies.length === 0 ? null : printBodies(bodies, t),
    repeats ? null : placeText(place, t),
  ];
  return (
    <span className="task-entry">
      {kind === "task" ? null : <Tag>{t(`side.tasks.kinds.${kind}`)}</Tag>}
      <span className="name">{name}</span>
      <span className="aside">{aside.filter(Boolean).join(" · ")}</span>
    </span>
  );
}

interface TaskStatementProps {
  readonly node: TaskStatementNode;
  readonly wording: string;
}

function TaskStatement({ node, wording }: TaskStatementProps) {
  const { t } = useTranslation("grid");
  const { about, statement } = node;
  return (
    <span className="task-statement">
      {about === null ? null : <span className="about">{about}</span>}
      <span className="aside">{statementCaption(statement, t)}</span>
      <b>{wording}</b>
    </span>
  );
}
