import type { Forecast } from './rated.ts';
import { type Interval, meanOf, type Share, shareOf } from './shares.ts';

/** Whether what was predicted came true: of all that was to be known with a chance of 80 %, 80 % should have been. */
export interface Calibration {
  readonly recalled: Share;
  /** Mean predicted recall; null where there is no forecast, as are the next two. */
  readonly predicted: number | null;
  /** Predicted less recalled: above 0 the forecasts were too hopeful. */
  readonly difference: number | null;
  /**
   * 95 %, by that of `recalled`. It takes the forecasts for one and the same, and so is rather too wide than too narrow:
   * outcomes of unequal chances vary less.
   */
  readonly interval: Interval | null;
  /** Those with a forecast in them, the lowest first. */
  readonly bins: readonly Bin[];
}

interface Bin {
  /** Forecasts from here … */
  readonly from: number;
  /** … to below there; the last bin holds 1, too. */
  readonly to: number;
  readonly recalled: Share;
  readonly predicted: number;
}

/** Fixed, so that bins stay comparable as answers come in, and narrow near 1, where a schedule puts most forecasts. */
export const BIN_EDGES: readonly number[] = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

export function calibrationOf(forecasts: readonly Forecast[]): Calibration {
  const { recalled, predicted } = compared(forecasts);
  const { share, interval } = recalled;
  return {
    recalled,
    predicted,
    difference: predicted === null || share === null ? null : predicted - share,
    interval:
      predicted === null || !interval ? null : { low: predicted - interval.high, high: predicted - interval.low },
    bins: [...Map.groupBy(forecasts, ({ predicted: chance }) => binOf(chance))]
      .sort(([a], [b]) => a - b)
      .flatMap(([bin, members]): Bin[] => {
        const [from, to] = [BIN_EDGES[bin], BIN_EDGES[bin + 1]];
        const own = compared(members);
        if (from === undefined || to === undefined || own.predicted === null) return [];
        return [{ from, to, recalled: own.recalled, predicted: own.predicted }];
      }),
  };
}

function binOf(chance: number): number {
  return Math.min(
    BIN_EDGES.findLastIndex(edge => edge <= chance),
    BIN_EDGES.length - 2,
  );
}

function compared(forecasts: readonly Forecast[]): { readonly recalled: Share; readonly predicted: number | null } {
  return {
    recalled: shareOf(forecasts.filter(({ isRecalled }) => isRecalled).length, forecasts.length),
    predicted: meanOf(forecasts.map(({ predicted }) => predicted)),
  };
}
