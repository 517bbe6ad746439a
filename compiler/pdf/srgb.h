/* The colour space of all colours in our files, as an ICC profile made here. */
#ifndef TEKIGO_PDF_SRGB_H
#define TEKIGO_PDF_SRGB_H

#define SRGB_SIZE 952

void srgb_profile(unsigned char profile[SRGB_SIZE]);

#endif
