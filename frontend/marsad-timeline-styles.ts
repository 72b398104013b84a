import { css } from 'lit';

/** The timeline's look; colours are the page's tokens (assets/marsad.css). */
export const timelineStyles = css`
  :host {
    display: block;
    font-family: var(--m-font);
    color: var(--m-text);
    font-size: 12px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 14px;
  }
  .chart {
    position: relative;
    flex: 1;
    min-width: 0;
    height: 78px;
    cursor: crosshair;
    touch-action: pan-y;
    border-radius: 6px;
    outline: none;
  }
  .chart:focus-visible {
    box-shadow: 0 0 0 2px var(--m-focus);
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .all {
    fill: var(--m-bar);
  }
  .violent {
    fill: var(--m-violence);
  }
  .out {
    opacity: 0.28;
  }
  .brush {
    fill: var(--m-accent);
    opacity: 0.1;
  }
  .edge {
    stroke: var(--m-accent);
    stroke-width: 2;
  }
  .axis {
    stroke: var(--m-line);
  }
  text {
    fill: var(--m-text-soft);
    font-size: 11px;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 96px;
    color: var(--m-text-soft);
  }
  .side b {
    color: var(--m-text);
    font-weight: 600;
  }
  button {
    all: unset;
    cursor: pointer;
    padding: 3px 9px;
    border: 1px solid var(--m-line);
    border-radius: 999px;
    white-space: nowrap;
    text-align: center;
    color: var(--m-text);
  }
  button[aria-pressed='true'] {
    background: var(--m-accent-soft);
    border-color: var(--m-accent);
    color: var(--m-accent-text);
  }
  button:focus-visible {
    box-shadow: 0 0 0 2px var(--m-focus);
  }
  .controls {
    display: flex;
    flex-direction: column;
    gap: 4px;
    flex: none;
  }
  .pair {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .round {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    box-sizing: border-box;
    padding: 0;
    border-radius: 50%;
  }
  .speed {
    min-inline-size: 24px;
    padding-inline: 6px;
    direction: ltr;
  }
  select {
    font: inherit;
    color: var(--m-text);
    background: var(--m-surface);
    border: 1px solid var(--m-line);
    border-radius: 8px;
    padding: 2px 4px;
    max-inline-size: 132px;
  }
  select:focus-visible {
    outline: 2px solid var(--m-focus);
  }
  .tip {
    position: absolute;
    inset-block-start: -26px;
    transform: translateX(-50%);
    white-space: nowrap;
    background: var(--m-tip);
    color: var(--m-tip-text);
    border-radius: 6px;
    padding: 2px 8px;
    pointer-events: none;
  }
  @media (max-width: 719px) {
    .row {
      flex-wrap: wrap;
    }
    .controls {
      flex-direction: row;
      align-items: center;
      order: 1;
    }
    .side {
      order: 2;
    }
    .chart {
      flex: 1 0 100%;
    }
  }
`;
