package org.marsad.snapshot.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClaimedCodeTest {
    private static final String LINK = "http://localhost/verify/7KQF-2MXD";

    @Test
    void aPictureSaysItsCodeWhateverItsChecksumBeginsWith() throws IOException {
        for (char first : "09AZaz \u00ff".toCharArray()) {
            assertThat(ClaimedCode.of(png(LINK, first))).as("checksum " + first).containsExactly("7KQF2MXD");
        }
    }

    @Test
    void aDamagedPictureSaysWhatIsLeft() throws IOException {
        byte[] whole = png(LINK, 'A');
        for (int length = 0; length < whole.length; length++) {
            assertThat(ClaimedCode.of(Arrays.copyOf(whole, length)).size()).isLessThanOrEqualTo(1);
        }
        whole[8] = (byte) 0xff; // a length below nothing
        assertThat(ClaimedCode.of(whole)).isEmpty();
    }

    @Test
    void aLongerWordIsNoCode() {
        assertThat(ClaimedCode.of((LINK + "7").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static byte[] png(String text, char checksum) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] content = ("Source\0\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8);
        out.writeInt(content.length);
        out.writeBytes("iTXt");
        out.write(content);
        out.writeByte(checksum);
        out.write(new byte[3]);
        return bytes.toByteArray();
    }
}
