package org.marsad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.mapview.columns.RepeatingBytes;

class GzipTest {
    /** Bytes of all kinds: none, few, all equal, noise, text, records like a tile's, one symbol that is far rarer than others. */
    static Stream<byte[]> contents() {
        var random = new Random(7);
        var noise = new byte[700_000];
        random.nextBytes(noise);
        var records = new byte[1_300_000];
        for (int i = 0; i < records.length; i++) {
            records[i] = (byte) (i % 27 < 12 ? i % 27 : random.nextInt(1 << 1 + i % 7));
        }
        var skewed = new byte[300_000];
        int at = 0;
        // Counts like Fibonacci's numbers ask for codes longer than the format allows.
        for (int symbol = 0, count = 1, before = 0; at < skewed.length; symbol++) {
            int end = Math.min(skewed.length, at + count);
            Arrays.fill(skewed, at, end, (byte) symbol);
            at = end;
            int sum = count + before;
            before = count;
            count = sum;
        }
        for (int i = skewed.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            byte swap = skewed[i];
            skewed[i] = skewed[other];
            skewed[other] = swap;
        }
        var text = IntStream.range(0, 40_000)
                .mapToObj(i -> "{\"id\": " + i * 7919 % 100_003 + ", \"name\": \"كايس\"}")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new byte[0],
                new byte[] {42},
                "abc".getBytes(StandardCharsets.US_ASCII),
                new byte[5_000_000],
                noise,
                records,
                skewed,
                text,
                Arrays.copyOf(records, (1 << 19) - 1),
                Arrays.copyOf(records, 1 << 19),
                Arrays.copyOf(noise, (1 << 15) + 3));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void isReadBackByOthers(byte[] plain) throws IOException {
        byte[] zipped = Gzip.fast(plain);

        assertThat(Gzip.is(zipped)).isTrue();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        assertThat(zipped.length).isLessThan(plain.length + plain.length / 100 + 100);
    }

    /** Records of which some parts are known to repeat; sizes below and above what is shared by processors, and blocks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 300, 20_000, 60_000})
    void whatIsKnownToRepeatIsReadBackByOthers(int records) throws IOException {
        var random = new Random(records);
        var plain = new ByteArrayOutputStream();
        var repeats = new ArrayList<Long>();
        int[] last = new int[40];
        for (int i = 0; i < records; i++) {
            plain.write(random.nextInt(256));
            plain.write(random.nextInt() & random.nextInt() & 0xFF);
            int kind = random.nextInt(last.length);
            int at = plain.size();
            if (last[kind] > 0 && at - last[kind] <= RepeatingBytes.FARTHEST) {
                repeats.add((long) at << 32 | (3L + kind * 6) << 16 | at - last[kind] - 1);
            }
            last[kind] = at;
            for (int j = 0; j < 3 + kind * 6; j++) {
                plain.write(kind * j);
            }
        }
        var known = new RepeatingBytes(
                plain.toByteArray(), repeats.stream().mapToLong(Long::longValue).toArray());

        byte[] zipped = Gzip.fast(known);

        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            assertThat(in.readAllBytes()).isEqualTo(known.bytes());
        }
        assertThat(zipped.length).isLessThan(known.bytes().length / 6 + 600);
    }
}
