import { createContext } from 'react';
import { AS_IT_COMES } from '../../app/settings/look.ts';
import { lookOf } from './look.ts';

/** How what is drawn below is to look: as in a terminal that nothing is known of, unless told. */
export const LookContext = createContext(lookOf(AS_IT_COMES, { variables: {}, background: null }));
