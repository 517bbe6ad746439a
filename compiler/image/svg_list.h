/* What a drawing may hold; all else is left out. Names are those of SVG 1.1 and 2.
 *
 * To add an element: X(name, what stands in it): SHAPES (no words), WORDS, STYLE (a style sheet), or PARENT (as in the
 * element around it). None that runs, moves, or shows what is not in the file.
 *
 * To add an attribute: X(name, kind of its value): PLAIN (numbers, names, lists; never an address), LOOK (a property of CSS:
 * url() only to a part of the same drawing), STYLE (declarations), HREF. Properties of style sheets are those of kind LOOK. */
/* clang-format off */
#ifndef SVG_ELEMENT
#define SVG_ELEMENT(name, content)
#endif
#ifndef SVG_ATTRIBUTE
#define SVG_ATTRIBUTE(name, kind)
#endif
#ifndef SVG_FUNCTION
#define SVG_FUNCTION(name)
#endif

SVG_ELEMENT(svg, SHAPES) SVG_ELEMENT(g, SHAPES) SVG_ELEMENT(defs, SHAPES) SVG_ELEMENT(symbol, SHAPES)
SVG_ELEMENT(use, SHAPES) SVG_ELEMENT(switch, PARENT) SVG_ELEMENT(a, PARENT)
SVG_ELEMENT(title, WORDS) SVG_ELEMENT(desc, WORDS) SVG_ELEMENT(style, STYLE)
SVG_ELEMENT(path, SHAPES) SVG_ELEMENT(rect, SHAPES) SVG_ELEMENT(circle, SHAPES) SVG_ELEMENT(ellipse, SHAPES)
SVG_ELEMENT(line, SHAPES) SVG_ELEMENT(polyline, SHAPES) SVG_ELEMENT(polygon, SHAPES) SVG_ELEMENT(image, SHAPES)
SVG_ELEMENT(text, WORDS) SVG_ELEMENT(tspan, WORDS) SVG_ELEMENT(textPath, WORDS)
SVG_ELEMENT(marker, SHAPES) SVG_ELEMENT(pattern, SHAPES) SVG_ELEMENT(clipPath, SHAPES) SVG_ELEMENT(mask, SHAPES)
SVG_ELEMENT(linearGradient, SHAPES) SVG_ELEMENT(radialGradient, SHAPES) SVG_ELEMENT(stop, SHAPES)
SVG_ELEMENT(filter, SHAPES) SVG_ELEMENT(feBlend, SHAPES) SVG_ELEMENT(feColorMatrix, SHAPES)
SVG_ELEMENT(feComponentTransfer, SHAPES) SVG_ELEMENT(feComposite, SHAPES) SVG_ELEMENT(feConvolveMatrix, SHAPES)
SVG_ELEMENT(feDiffuseLighting, SHAPES) SVG_ELEMENT(feDisplacementMap, SHAPES) SVG_ELEMENT(feDistantLight, SHAPES)
SVG_ELEMENT(feDropShadow, SHAPES) SVG_ELEMENT(feFlood, SHAPES) SVG_ELEMENT(feFuncA, SHAPES) SVG_ELEMENT(feFuncB, SHAPES)
SVG_ELEMENT(feFuncG, SHAPES) SVG_ELEMENT(feFuncR, SHAPES) SVG_ELEMENT(feGaussianBlur, SHAPES) SVG_ELEMENT(feImage, SHAPES)
SVG_ELEMENT(feMerge, SHAPES) SVG_ELEMENT(feMergeNode, SHAPES) SVG_ELEMENT(feMorphology, SHAPES)
SVG_ELEMENT(feOffset, SHAPES) SVG_ELEMENT(fePointLight, SHAPES) SVG_ELEMENT(feSpecularLighting, SHAPES)
SVG_ELEMENT(feSpotLight, SHAPES) SVG_ELEMENT(feTile, SHAPES) SVG_ELEMENT(feTurbulence, SHAPES)

/* Names, roles, conditions. */
SVG_ATTRIBUTE(id, PLAIN) SVG_ATTRIBUTE(class, PLAIN) SVG_ATTRIBUTE(lang, PLAIN) SVG_ATTRIBUTE(role, PLAIN)
SVG_ATTRIBUTE(version, PLAIN) SVG_ATTRIBUTE(type, PLAIN) SVG_ATTRIBUTE(media, PLAIN)
SVG_ATTRIBUTE(requiredFeatures, PLAIN) SVG_ATTRIBUTE(requiredExtensions, PLAIN) SVG_ATTRIBUTE(systemLanguage, PLAIN)
SVG_ATTRIBUTE(style, STYLE) SVG_ATTRIBUTE(href, HREF)
/* Places and sizes. */
SVG_ATTRIBUTE(x, PLAIN) SVG_ATTRIBUTE(y, PLAIN) SVG_ATTRIBUTE(width, PLAIN) SVG_ATTRIBUTE(height, PLAIN)
SVG_ATTRIBUTE(x1, PLAIN) SVG_ATTRIBUTE(y1, PLAIN) SVG_ATTRIBUTE(x2, PLAIN) SVG_ATTRIBUTE(y2, PLAIN)
SVG_ATTRIBUTE(cx, PLAIN) SVG_ATTRIBUTE(cy, PLAIN) SVG_ATTRIBUTE(r, PLAIN) SVG_ATTRIBUTE(rx, PLAIN) SVG_ATTRIBUTE(ry, PLAIN)
SVG_ATTRIBUTE(fx, PLAIN) SVG_ATTRIBUTE(fy, PLAIN) SVG_ATTRIBUTE(fr, PLAIN) SVG_ATTRIBUTE(dx, PLAIN) SVG_ATTRIBUTE(dy, PLAIN)
SVG_ATTRIBUTE(d, PLAIN) SVG_ATTRIBUTE(points, PLAIN) SVG_ATTRIBUTE(pathLength, PLAIN) SVG_ATTRIBUTE(rotate, PLAIN)
SVG_ATTRIBUTE(viewBox, PLAIN) SVG_ATTRIBUTE(preserveAspectRatio, PLAIN) SVG_ATTRIBUTE(zoomAndPan, PLAIN)
SVG_ATTRIBUTE(transform, LOOK) SVG_ATTRIBUTE(gradientTransform, PLAIN) SVG_ATTRIBUTE(patternTransform, PLAIN)
SVG_ATTRIBUTE(gradientUnits, PLAIN) SVG_ATTRIBUTE(spreadMethod, PLAIN) SVG_ATTRIBUTE(offset, PLAIN)
SVG_ATTRIBUTE(patternUnits, PLAIN) SVG_ATTRIBUTE(patternContentUnits, PLAIN)
SVG_ATTRIBUTE(clipPathUnits, PLAIN) SVG_ATTRIBUTE(maskUnits, PLAIN) SVG_ATTRIBUTE(maskContentUnits, PLAIN)
SVG_ATTRIBUTE(markerUnits, PLAIN) SVG_ATTRIBUTE(markerWidth, PLAIN) SVG_ATTRIBUTE(markerHeight, PLAIN)
SVG_ATTRIBUTE(refX, PLAIN) SVG_ATTRIBUTE(refY, PLAIN) SVG_ATTRIBUTE(orient, PLAIN)
SVG_ATTRIBUTE(textLength, PLAIN) SVG_ATTRIBUTE(lengthAdjust, PLAIN) SVG_ATTRIBUTE(startOffset, PLAIN)
SVG_ATTRIBUTE(method, PLAIN) SVG_ATTRIBUTE(spacing, PLAIN) SVG_ATTRIBUTE(side, PLAIN)
/* Filters. */
SVG_ATTRIBUTE(filterUnits, PLAIN) SVG_ATTRIBUTE(primitiveUnits, PLAIN) SVG_ATTRIBUTE(filterRes, PLAIN)
SVG_ATTRIBUTE(in, PLAIN) SVG_ATTRIBUTE(in2, PLAIN) SVG_ATTRIBUTE(result, PLAIN) SVG_ATTRIBUTE(mode, PLAIN)
SVG_ATTRIBUTE(values, PLAIN) SVG_ATTRIBUTE(operator, PLAIN) SVG_ATTRIBUTE(k1, PLAIN) SVG_ATTRIBUTE(k2, PLAIN)
SVG_ATTRIBUTE(k3, PLAIN) SVG_ATTRIBUTE(k4, PLAIN) SVG_ATTRIBUTE(order, PLAIN) SVG_ATTRIBUTE(kernelMatrix, PLAIN)
SVG_ATTRIBUTE(divisor, PLAIN) SVG_ATTRIBUTE(bias, PLAIN) SVG_ATTRIBUTE(targetX, PLAIN) SVG_ATTRIBUTE(targetY, PLAIN)
SVG_ATTRIBUTE(edgeMode, PLAIN) SVG_ATTRIBUTE(kernelUnitLength, PLAIN) SVG_ATTRIBUTE(preserveAlpha, PLAIN)
SVG_ATTRIBUTE(surfaceScale, PLAIN) SVG_ATTRIBUTE(diffuseConstant, PLAIN) SVG_ATTRIBUTE(specularConstant, PLAIN)
SVG_ATTRIBUTE(specularExponent, PLAIN) SVG_ATTRIBUTE(limitingConeAngle, PLAIN) SVG_ATTRIBUTE(azimuth, PLAIN)
SVG_ATTRIBUTE(elevation, PLAIN) SVG_ATTRIBUTE(pointsAtX, PLAIN) SVG_ATTRIBUTE(pointsAtY, PLAIN)
SVG_ATTRIBUTE(pointsAtZ, PLAIN) SVG_ATTRIBUTE(z, PLAIN) SVG_ATTRIBUTE(scale, PLAIN)
SVG_ATTRIBUTE(xChannelSelector, PLAIN) SVG_ATTRIBUTE(yChannelSelector, PLAIN) SVG_ATTRIBUTE(stdDeviation, PLAIN)
SVG_ATTRIBUTE(radius, PLAIN) SVG_ATTRIBUTE(baseFrequency, PLAIN) SVG_ATTRIBUTE(numOctaves, PLAIN)
SVG_ATTRIBUTE(seed, PLAIN) SVG_ATTRIBUTE(stitchTiles, PLAIN) SVG_ATTRIBUTE(tableValues, PLAIN)
SVG_ATTRIBUTE(slope, PLAIN) SVG_ATTRIBUTE(intercept, PLAIN) SVG_ATTRIBUTE(amplitude, PLAIN) SVG_ATTRIBUTE(exponent, PLAIN)
/* Properties. */
SVG_ATTRIBUTE(alignment-baseline, LOOK) SVG_ATTRIBUTE(baseline-shift, LOOK) SVG_ATTRIBUTE(clip, LOOK)
SVG_ATTRIBUTE(clip-path, LOOK) SVG_ATTRIBUTE(clip-rule, LOOK) SVG_ATTRIBUTE(color, LOOK)
SVG_ATTRIBUTE(color-interpolation, LOOK) SVG_ATTRIBUTE(color-interpolation-filters, LOOK)
SVG_ATTRIBUTE(color-rendering, LOOK) SVG_ATTRIBUTE(color-scheme, LOOK) SVG_ATTRIBUTE(direction, LOOK)
SVG_ATTRIBUTE(display, LOOK) SVG_ATTRIBUTE(dominant-baseline, LOOK) SVG_ATTRIBUTE(enable-background, LOOK)
SVG_ATTRIBUTE(fill, LOOK) SVG_ATTRIBUTE(fill-opacity, LOOK) SVG_ATTRIBUTE(fill-rule, LOOK)
SVG_ATTRIBUTE(filter, LOOK) SVG_ATTRIBUTE(flood-color, LOOK) SVG_ATTRIBUTE(flood-opacity, LOOK)
SVG_ATTRIBUTE(font, LOOK) SVG_ATTRIBUTE(font-family, LOOK) SVG_ATTRIBUTE(font-size, LOOK)
SVG_ATTRIBUTE(font-size-adjust, LOOK) SVG_ATTRIBUTE(font-stretch, LOOK) SVG_ATTRIBUTE(font-style, LOOK)
SVG_ATTRIBUTE(font-variant, LOOK) SVG_ATTRIBUTE(font-weight, LOOK) SVG_ATTRIBUTE(glyph-orientation-horizontal, LOOK)
SVG_ATTRIBUTE(glyph-orientation-vertical, LOOK) SVG_ATTRIBUTE(image-rendering, LOOK) SVG_ATTRIBUTE(isolation, LOOK)
SVG_ATTRIBUTE(kerning, LOOK) SVG_ATTRIBUTE(letter-spacing, LOOK) SVG_ATTRIBUTE(lighting-color, LOOK)
SVG_ATTRIBUTE(line-height, LOOK) SVG_ATTRIBUTE(marker, LOOK) SVG_ATTRIBUTE(marker-end, LOOK)
SVG_ATTRIBUTE(marker-mid, LOOK) SVG_ATTRIBUTE(marker-start, LOOK) SVG_ATTRIBUTE(mask, LOOK)
SVG_ATTRIBUTE(mask-type, LOOK) SVG_ATTRIBUTE(mix-blend-mode, LOOK) SVG_ATTRIBUTE(opacity, LOOK)
SVG_ATTRIBUTE(overflow, LOOK) SVG_ATTRIBUTE(paint-order, LOOK) SVG_ATTRIBUTE(pointer-events, LOOK)
SVG_ATTRIBUTE(shape-rendering, LOOK) SVG_ATTRIBUTE(stop-color, LOOK) SVG_ATTRIBUTE(stop-opacity, LOOK)
SVG_ATTRIBUTE(stroke, LOOK) SVG_ATTRIBUTE(stroke-dasharray, LOOK) SVG_ATTRIBUTE(stroke-dashoffset, LOOK)
SVG_ATTRIBUTE(stroke-linecap, LOOK) SVG_ATTRIBUTE(stroke-linejoin, LOOK) SVG_ATTRIBUTE(stroke-miterlimit, LOOK)
SVG_ATTRIBUTE(stroke-opacity, LOOK) SVG_ATTRIBUTE(stroke-width, LOOK) SVG_ATTRIBUTE(text-anchor, LOOK)
SVG_ATTRIBUTE(text-decoration, LOOK) SVG_ATTRIBUTE(text-orientation, LOOK) SVG_ATTRIBUTE(text-rendering, LOOK)
SVG_ATTRIBUTE(transform-box, LOOK) SVG_ATTRIBUTE(transform-origin, LOOK) SVG_ATTRIBUTE(unicode-bidi, LOOK)
SVG_ATTRIBUTE(vector-effect, LOOK) SVG_ATTRIBUTE(visibility, LOOK) SVG_ATTRIBUTE(white-space, LOOK)
SVG_ATTRIBUTE(word-spacing, LOOK) SVG_ATTRIBUTE(writing-mode, LOOK)

/* Functions of CSS in values; none of them fetches anything. (url is looked at by itself.) */
SVG_FUNCTION(rgb) SVG_FUNCTION(rgba) SVG_FUNCTION(hsl) SVG_FUNCTION(hsla) SVG_FUNCTION(hwb) SVG_FUNCTION(lab)
SVG_FUNCTION(lch) SVG_FUNCTION(oklab) SVG_FUNCTION(oklch) SVG_FUNCTION(color-mix) SVG_FUNCTION(light-dark)
SVG_FUNCTION(var) SVG_FUNCTION(calc) SVG_FUNCTION(min) SVG_FUNCTION(max) SVG_FUNCTION(clamp) SVG_FUNCTION(rect)
SVG_FUNCTION(matrix) SVG_FUNCTION(translate) SVG_FUNCTION(translatex) SVG_FUNCTION(translatey) SVG_FUNCTION(scale)
SVG_FUNCTION(scalex) SVG_FUNCTION(scaley) SVG_FUNCTION(rotate) SVG_FUNCTION(skewx) SVG_FUNCTION(skewy)
SVG_FUNCTION(inset) SVG_FUNCTION(circle) SVG_FUNCTION(ellipse) SVG_FUNCTION(polygon)
SVG_FUNCTION(blur) SVG_FUNCTION(brightness) SVG_FUNCTION(contrast) SVG_FUNCTION(drop-shadow) SVG_FUNCTION(grayscale)
SVG_FUNCTION(hue-rotate) SVG_FUNCTION(invert) SVG_FUNCTION(opacity) SVG_FUNCTION(saturate) SVG_FUNCTION(sepia)

#undef SVG_ELEMENT
#undef SVG_ATTRIBUTE
#undef SVG_FUNCTION
/* clang-format on */
