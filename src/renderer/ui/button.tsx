import type { ButtonHTMLAttributes, Ref } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled" | "type"> {
  /** One primary button a room; quiet has no frame. */
  readonly variant?: "default" | "primary" | "quiet" | "danger";
  readonly icon?: IconName;
  /** Why the button cannot be used now; it stays focusable and says so. */
  readonly disabledReason?: string | undefined;
  readonly type?: "button" | "submit";
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of 26 px. Without text it needs an `aria-label`. */
export function Button(props: ButtonProps) {
  const { variant = "default", icon, disabledReason, type = "button", children, onClick, ...rest } = props;
  const blocked = disabledReason !== undefined;
  const classes = ["btn", variant === "default" ? "" : variant, rest.className ?? ""];
  return (
    <button
      {...rest}
      type={type}
      className={classes.filter((name) => name !== "").join(" ")}
      aria-disabled={blocked || undefined}
      title={blocked ? disabledReason : rest.title}
      onClick={blocked ? (event) => event.preventDefault() : onClick}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
