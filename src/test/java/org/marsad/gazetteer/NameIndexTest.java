package org.marsad.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NameIndexTest {
    @Test
    void findsNamesOfOneWordAndOfSeveral() {
        var builder = new NameIndexBuilder();
        builder.add("gao", posting(1));
        builder.add("burkina faso", posting(2));
        builder.add("باماكو", posting(3));
        var index = builder.build();
        assertThat(places(index, "gao")).containsExactly(1);
        assertThat(places(index, "burkina faso")).containsExactly(2);
        assertThat(places(index, "باماكو")).containsExactly(3);
        assertThat(index.isName(index.find("burkina"))).isFalse();
        assertThat(index.hasChildren(index.find("burkina"))).isTrue();
        assertThat(index.find("faso burkina")).isEqualTo(NameIndex.NONE);
        assertThat(index.find("mali")).isEqualTo(NameIndex.NONE);
        assertThat(index.key(index.find("burkina faso"))).isEqualTo("burkina faso");
    }

    @Test
    void keepsEveryPlaceOfAName() {
        var builder = new NameIndexBuilder();
        builder.add("hamdallaye", posting(1));
        builder.add("hamdallaye", posting(2));
        builder.add("hamdallaye", posting(1));
        assertThat(places(builder.build(), "hamdallaye")).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void holdsWhatAMapOfTheSameNamesHolds() {
        var random = new Random(7);
        var expected = new TreeMap<String, TreeSet<Integer>>();
        var builder = new NameIndexBuilder();
        for (int i = 0; i < 300_000; i++) {
            var key = new StringBuilder();
            for (int words = 1 + random.nextInt(3); words > 0; words--) {
                key.append(key.isEmpty() ? "" : " ");
                for (int letters = 1 + random.nextInt(4); letters > 0; letters--) {
                    key.append((char) (random.nextBoolean() ? 'a' + random.nextInt(6) : 'ب' + random.nextInt(6)));
                }
            }
            builder.add(key, posting(i));
            expected.computeIfAbsent(key.toString(), k -> new TreeSet<>()).add(i);
        }
        var index = builder.build();
        expected.forEach((key, places) -> assertThat(places(index, key)).containsExactlyElementsOf(places));
    }

    private static int posting(int place) {
        return Posting.of(place, NameKind.OFFICIAL, null, false);
    }

    private static TreeSet<Integer> places(NameIndex index, String key) {
        var places = new TreeSet<Integer>();
        int node = index.find(key);
        for (int i = index.postingsBegin(node); i < index.postingsEnd(node); i++) {
            places.add(Posting.place(index.posting(i)));
        }
        return places;
    }
}
