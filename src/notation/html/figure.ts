import { heatMapSvg } from '../heatmap/svg.ts';
import type { Figure } from '../markdown/figure.ts';
import { networkSvg } from '../network/svg.ts';
import { plotSvg } from '../plot/svg.ts';

/**
 * What a fence holds, as an SVG that needs nothing else.
 *
 * @param width in pixels; 480 unless told
 */
export function figureSvg(figure: Figure, width?: number): string {
  const options = width === undefined ? {} : { width };
  switch (figure.kind) {
    case 'plot':
      return plotSvg(figure.plot, options);
    case 'heatmap':
      return heatMapSvg(figure.map, options);
    case 'network':
      return networkSvg(figure.network, options);
  }
}
