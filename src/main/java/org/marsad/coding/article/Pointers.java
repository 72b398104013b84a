package org.marsad.coding.article;

import java.util.regex.Pattern;
import org.marsad.coding.reading.Sentence;

/** Lines of a page that belong to other articles or to a picture: "Read: …", « Lire aussi : … », "FILE: …". */
final class Pointers {
    private static final Pattern LEAD = Pattern.compile(
            "(?iu)[\\s*•>\\[-]*+(?:(?:also |must )?read(?: also| more| next| too)?|see also|related(?: (?:news|stories|story|article))?"
                    + "|more on this|watch(?: also)?|recommended|file(?: photo| picture| image)?|archive photo"
                    + "|(?:à |a )?(?:lire|voir)(?: aussi| également| encore| plus)?|sur le même sujet|photo d['’]archives?|image d['’]archives?"
                    + "|(?:إقرأ|اقرأ|اقرأوا|اقرؤوا|طالع|شاهد|شاهدوا)(?: أيضا| أيضاً| أيضًا| المزيد)?|مواضيع ذات صلة|صورة أرشيفية)\\s?[:：-].*+");

    private static final int REACH = 60;

    private Pointers() {}

    static boolean isOne(Sentence sentence) {
        return !sentence.title
                && LEAD.matcher(sentence.source()
                                .substring(
                                        sentence.span.begin(),
                                        Math.min(sentence.span.end(), sentence.span.begin() + REACH))
                                .lines()
                                .findFirst()
                                .orElse(""))
                        .matches();
    }
}
