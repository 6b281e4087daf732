/**
 * How pages look and are sent: the layout, the style sheet, the static files, the words of an interface in the reader's
 * language, and the headers that keep a page to itself. Used by every door with pages.
 *
 * <p>A page is a template in {@code src/main/jte}, compiled with the rest and drawn by {@link
 * org.fascicle.look.Templates} from one record named {@code page}; it calls {@code @template.look.layout} with a {@link
 * org.fascicle.look.Frame}. Components are in {@code src/main/jte/look}: {@code badge}, {@code banner}, {@code icon},
 * {@code notice}. Everything else is plain HTML and a class of the style sheet
 * ({@code src/main/resources/org/fascicle/look/css}): {@code card}, {@code table}, {@code field}, {@code choices},
 * {@code button}, {@code timeline}. Static files are served by {@link org.fascicle.look.AssetServlet} under names that
 * change with their content. {@link org.fascicle.look.HtmlAnswer} sends a page with a {@link
 * org.fascicle.look.ContentPolicy} that allows no inline script, no inline style and no other origin.
 *
 * <p>May use the servlet API and JTE; knows nothing of medicine or FHIR.
 */
package org.fascicle.look;
