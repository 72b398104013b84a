import { css } from 'lit';

/** The map's own chrome; colours are the page's tokens (assets/marsad.css). */
export const mapStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    font-family: var(--m-font);
    color: var(--m-text);
  }
  .map,
  .ground {
    position: absolute;
    inset: 0;
    outline: none;
  }
  .map:focus-visible {
    box-shadow: inset 0 0 0 3px var(--m-focus);
  }
  .map .ol-viewport {
    touch-action: none;
  }
  .progress {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    height: 3px;
    overflow: hidden;
  }
  /* Moved by the compositor alone; and only what takes long shows it. */
  .progress::after {
    content: '';
    position: absolute;
    inset-block: 0;
    left: 0;
    width: 40%;
    background: linear-gradient(90deg, transparent, var(--m-accent), transparent);
    transform: translateX(-100%);
    animation: run 1.1s 0.25s linear infinite;
  }
  .progress[hidden] {
    display: none;
  }
  @keyframes run {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(250%);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::after {
      animation-duration: 4s;
    }
  }
  .notice {
    position: absolute;
    inset-block-start: calc(var(--map-pad-top, 0) * 1px + 8px);
    left: 50%;
    transform: translateX(-50%);
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 8px 8px 8px 14px;
    border-radius: 10px;
    background: var(--m-warn-surface);
    color: var(--m-warn-text);
    box-shadow: var(--m-shadow);
    font-size: 14px;
    max-width: min(90%, 460px);
  }
  .notice.calm {
    background: var(--m-surface);
    color: var(--m-text);
    border: 1px solid var(--m-line);
    padding-inline-end: 14px;
  }
  .notice button {
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: transparent;
    border: 1px solid currentColor;
    border-radius: 8px;
    padding: 4px 10px;
    cursor: pointer;
    white-space: nowrap;
  }
  .buttons {
    position: absolute;
    inset-inline-end: calc(var(--map-pad-end, 0) * 1px + 14px);
    inset-block-start: calc(var(--map-pad-top, 0) * 1px + 14px);
    display: flex;
    flex-direction: column;
    background: var(--m-surface);
    border: 1px solid var(--m-line);
    border-radius: 10px;
    box-shadow: var(--m-shadow);
    overflow: hidden;
  }
  .buttons button {
    all: unset;
    box-sizing: border-box;
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    cursor: pointer;
    color: var(--m-text);
  }
  .buttons button + button {
    border-block-start: 1px solid var(--m-line);
  }
  .buttons button:hover {
    background: var(--m-hover);
  }
  .buttons button[aria-pressed='true'] {
    background: var(--m-accent-soft);
    color: var(--m-accent-text);
  }
  .buttons button:focus-visible {
    box-shadow: inset 0 0 0 2px var(--m-focus);
    border-radius: 8px;
  }
  .menu {
    position: absolute;
    inset-inline-end: calc(var(--map-pad-end, 0) * 1px + 58px);
    inset-block-start: calc(var(--map-pad-top, 0) * 1px + 110px);
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-inline-size: 190px;
    padding: 12px 14px;
    background: var(--m-surface);
    border: 1px solid var(--m-line);
    border-radius: 12px;
    box-shadow: var(--m-shadow);
    font-size: 13.5px;
    z-index: 3;
  }
  .menu fieldset {
    all: unset;
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding-block-end: 8px;
    border-block-end: 1px solid var(--m-line);
  }
  .menu legend {
    font-weight: 600;
    font-size: 12px;
    color: var(--m-text-soft);
    padding: 0 0 4px;
  }
  .menu label {
    display: flex;
    align-items: center;
    gap: 8px;
    cursor: pointer;
    padding-block: 2px;
  }
  .menu input {
    accent-color: var(--m-accent);
    margin: 0;
    inline-size: 16px;
    block-size: 16px;
  }
  .menu button {
    font: inherit;
    color: inherit;
    text-align: start;
    padding: 5px 8px;
    margin-inline: -8px;
    border: none;
    border-radius: 8px;
    background: none;
    cursor: pointer;
  }
  .menu button:hover {
    background: var(--m-hover);
  }
  .menu :focus-visible {
    outline: 2px solid var(--m-focus);
    outline-offset: 1px;
  }
  .legend {
    position: absolute;
    inset-inline-start: calc(var(--map-pad-start, 0) * 1px + 14px);
    inset-block-end: calc(var(--map-pad-bottom, 0) * 1px + 34px);
    max-inline-size: 230px;
    max-block-size: calc(100% - var(--map-pad-bottom, 0) * 1px - 160px);
    overflow-y: auto;
    scrollbar-width: thin;
    background: color-mix(in srgb, var(--m-surface) 92%, transparent);
    border: 1px solid var(--m-line);
    border-radius: 10px;
    font-size: 12px;
    line-height: 1.35;
  }
  .legend summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    padding: 4px 10px;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
    color: var(--m-text-soft);
  }
  .legend summary::-webkit-details-marker {
    display: none;
  }
  .legend summary:focus-visible {
    outline: 2px solid var(--m-focus);
    outline-offset: -2px;
    border-radius: 10px;
  }
  .legend ul {
    list-style: none;
    margin: 0;
    padding: 2px 10px 8px;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 1.5px;
  }
  .legend li svg {
    flex: none;
  }
  .legend .heat {
    display: block;
  }
  .legend .ramp {
    display: block;
    block-size: 10px;
    border-radius: 5px;
    margin-block: 4px 2px;
  }
  .legend .ends {
    display: flex;
    justify-content: space-between;
    direction: ltr;
  }
  .north {
    flex: none;
  }
  .tip {
    position: absolute;
    transform: translate(-50%, calc(-100% - 18px));
    display: flex;
    flex-direction: column;
    gap: 1px;
    max-width: 280px;
    width: max-content;
    padding: 8px 12px;
    border-radius: 10px;
    background: var(--m-tip);
    color: var(--m-tip-text);
    font-size: 13px;
    line-height: 1.5;
    box-shadow: var(--m-shadow);
    pointer-events: none;
    z-index: 2;
  }
  .tip.below {
    transform: translate(-50%, 20px);
  }
  .tip.focused {
    outline: 2px solid var(--m-focus);
  }
  .tip span {
    opacity: 0.85;
    text-align: start;
  }
  .attribution,
  .ol-scale-line {
    position: absolute;
    inset-block-end: calc(var(--map-pad-bottom, 0) * 1px + 6px);
    font-size: 11px;
    color: var(--m-text-soft);
  }
  .attribution {
    inset-inline-end: calc(var(--map-pad-end, 0) * 1px + 14px);
    padding: 0 5px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--m-surface) 72%, transparent);
    pointer-events: none;
  }
  .ol-scale-line {
    inset-inline-start: calc(var(--map-pad-start, 0) * 1px + 14px);
  }
  .ol-scale-line-inner {
    border: 1.5px solid var(--m-text-soft);
    border-block-start: none;
    direction: ltr;
    text-align: center;
    padding: 0 4px 1px;
    will-change: contents, width;
    background: color-mix(in srgb, var(--m-surface) 72%, transparent);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
