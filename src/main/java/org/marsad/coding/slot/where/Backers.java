package org.marsad.coding.slot.where;

import org.marsad.coding.reading.Sentence;
import org.marsad.geocode.Mention;

/** «المليشيا المدعومة من إيران», «بدعم من فرنسا»: states that stand behind those who acted, and no places of it. */
final class Backers {
    private Backers() {}

    static boolean isOne(Sentence sentence, Sentence.Item<Mention> item) {
        int at = item.begin();
        return sentence.isAt(at - 1, "من")
                && sentence.isAt(
                        at - 2,
                        "المدعومه",
                        "مدعومه",
                        "المدعوم",
                        "مدعوم",
                        "المدعومين",
                        "مدعومين",
                        "بدعم",
                        "باسناد",
                        "مسنوده");
    }
}
