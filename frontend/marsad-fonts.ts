/**
 * The interface's type: IBM Plex Sans, whose Arabic was drawn together with its Latin (SIL Open Font License). Shipped with
 * the product, so that it looks the same everywhere and asks no other server. A system font stands in until it is there.
 */
import arabic400 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url';
import arabic500 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2?url';
import arabic600 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url';
import latin400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url';
import latin500 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-500-normal.woff2?url';
import latin600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url';
import latinExt400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2?url';
import latinExt600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2?url';

const ARABIC = 'U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200F, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FEFF';
const LATIN = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212';
const LATIN_EXT = 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1EFF, U+2113';

/** Resolves once the faces that a first screen needs are there, or cannot be had. */
export const fontsReady: Promise<unknown> = Promise.allSettled(
  (
    [
      [arabic400, '400', ARABIC],
      [arabic500, '500', ARABIC],
      [arabic600, '600', ARABIC],
      [latin400, '400', LATIN],
      [latin500, '500', LATIN],
      [latin600, '600', LATIN],
      [latinExt400, '400', LATIN_EXT],
      [latinExt600, '600', LATIN_EXT],
    ] as const
  ).map(([url, weight, unicodeRange]) => {
    const face = new FontFace('Marsad Sans', `url("${url}") format("woff2")`, { weight, unicodeRange, display: 'swap' });
    document.fonts.add(face);
    return face.load();
  }),
);
