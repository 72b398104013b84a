package org.marsad.store;

import java.net.URI;

/** Who published a document, as far as its name tells. */
public final class ArticleSource {
    private ArticleSource() {}

    /**
     * The host of an address, less {@code www.}; of {@code sahel-daily/2025-02-20.txt} or {@code sahel-daily:17} what
     * stands before the first slash or colon; else the name without its digits and ending, so that {@code aps-0017.txt}
     * and {@code aps-0018.txt} are of one source.
     */
    public static String of(String document) {
        if (document.matches("(?i)https?://.*")) {
            try {
                var host = URI.create(document).getHost();
                if (host != null) {
                    return host.replaceFirst("^www\\.", "");
                }
            } catch (IllegalArgumentException e) {
                return document;
            }
        }
        int end = document.indexOf('/');
        int colon = document.indexOf(':');
        end = end < 0 || colon >= 0 && colon < end ? colon : end;
        if (end > 0) {
            return document.substring(0, end);
        }
        var bare = document.replaceFirst("\\.[A-Za-z0-9.]{1,8}$", "")
                .replaceAll("[\\p{N}_-]+", "-")
                .replaceAll("^-|-$", "");
        return bare.isEmpty() ? document : bare;
    }
}
