package org.fascicle.pages.interview;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each site is on the drawing of a body: rounded boxes in its coordinates. What has no place of its own on a body
 * (everywhere) is a checkbox only.
 */
public final class BodyMap {
    /** The question that is drawn so. */
    public static final String LINK_ID = "sx.site";

    /** One that lies upon another comes after it. */
    public record Region(String code, int x, int y, int width, int height) {

        /** Round enough to look grown. */
        public int rounding() {
            return Math.min(width, height) / 2;
        }
    }

    private static final int MIDDLE = 170;

    public static final List<Region> REGIONS = regions();

    private BodyMap() {}

    private static List<Region> regions() {
        List<Region> regions = new ArrayList<>(List.of(
                new Region("face", 12, 14, 66, 84),
                new Region("eyelid", 22, 40, 18, 11),
                new Region("eyelid", 50, 40, 18, 11),
                new Region("chin-lips", 27, 66, 36, 26),
                new Region("tongue", 37, 71, 16, 10),
                new Region("face", 157, 6, 26, 34),
                new Region("neck", 162, 42, 16, 13),
                new Region("chest-back", 149, 57, 42, 44),
                new Region("abdomen", 150, 103, 40, 34)));
        pair(regions, "shoulder-upper-arm", 29, new Region("", 0, 58, 15, 46));
        pair(regions, "forearm", 34, new Region("", 0, 106, 13, 42));
        pair(regions, "hand", 36, new Region("", 0, 150, 15, 19));
        pair(regions, "buttock-thigh", 11, new Region("", 0, 139, 19, 60));
        pair(regions, "calf", 12, new Region("", 0, 201, 15, 46));
        pair(regions, "foot", 14, new Region("", 0, 249, 21, 11));
        return List.copyOf(regions);
    }

    /** The same on both sides of the middle. */
    private static void pair(List<Region> regions, String code, int aside, Region shape) {
        for (int side : new int[] {-1, 1}) {
            int x = MIDDLE + side * aside - shape.width() / 2;
            regions.add(new Region(code, x, shape.y(), shape.width(), shape.height()));
        }
    }
}
