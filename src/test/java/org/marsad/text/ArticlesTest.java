package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlesTest {
    private static final String GAO = """
            Des hommes armés ont attaqué samedi un poste de l'armée près de Gao, tuant quatre soldats, selon une source \
            militaire jointe dans la ville par téléphone.

            Les assaillants, arrivés à moto, ont brûlé deux véhicules avant de se replier vers la frontière du Niger. \
            L'armée a envoyé des renforts et ratisse la zone depuis l'aube.
            """;

    private static final String FLOODS = """
            Les inondations ont détruit des centaines de maisons dans la région de Mopti, où le fleuve est sorti de son \
            lit, ont indiqué dimanche les autorités régionales, qui demandent de l'aide.

            Selon le gouverneur, les inondations ont aussi emporté des greniers et noyé du bétail. Des familles dorment \
            dans des écoles, et la route de Mopti reste coupée par les eaux.

            La protection civile distribue des tentes et des vivres aux sinistrés des inondations, mais les stocks ne \
            suffiront pas jusqu'à la fin du mois, prévient le gouverneur de Mopti.
            """;

    private static List<ArticleText> split(String text) {
        return Articles.split(SourceDocument.of("page", text));
    }

    private static ArticleText one(String text) {
        var articles = split(text);
        assertThat(articles).hasSize(1);
        return articles.getFirst();
    }

    private static String body(String text, ArticleText article) {
        return String.join(
                "\n", article.body().stream().map(span -> span.in(text)).toList());
    }

    @Test
    void aPlainArticleIsKeptWhole() {
        var text = "Mali : attaque meurtrière près de Gao\n\n" + GAO;
        var article = one(text);
        assertThat(article.title()).isEqualTo("Mali : attaque meurtrière près de Gao");
        assertThat(article.titleSpan()).isEqualTo(new Span(0, 37));
        assertThat(article.language()).isEqualTo(Language.FR);
        assertThat(article.published()).isNull();
        assertThat(body(text, article)).isEqualTo(text.strip());
    }

    @Test
    void leavesMenusButtonsNoticesAndFormsOut() {
        var text = """
                Accueil
                Afrique
                Politique
                Vie des régions
                Nous utilisons des cookies pour améliorer votre visite.
                Mali : attaque meurtrière près de Gao
                Partager sur Facebook
                Temps de lecture : 2 min
                """ + GAO + """
                Mots-clés : Mali, Gao, armée
                Laisser un commentaire
                Votre adresse e-mail ne sera pas publiée.
                Moussa : Que Dieu protège nos soldats, il faut que l'armée envoie des hélicoptères à Ménaka sans tarder.
                """;
        var article = one(text);
        assertThat(article.title()).isEqualTo("Mali : attaque meurtrière près de Gao");
        assertThat(body(text, article))
                .startsWith("Mali : attaque")
                .contains("quatre soldats", "L'armée a envoyé")
                .doesNotContain("cookies", "Partager", "lecture", "Mots-clés", "commentaire", "Ménaka", "Accueil");
    }

    @Test
    void aPointerInTheMiddleDoesNotEndTheArticle() {
        var text = "Mali : attaque meurtrière près de Gao\n" + GAO + """
                Lire aussi : Burkina Faso : le couvre-feu prolongé à Djibo
                À lire aussi
                Inondations : Mopti sous les eaux
                Les soldats tués près de Gao appartenaient à une unité arrivée la veille. La même unité avait perdu des \
                hommes près de la frontière du Niger, où des hommes armés circulent à moto depuis des semaines.

                Le gouverneur de Gao s'est rendu sur place avec des officiers de l'armée. Il a promis des renforts aux \
                soldats du poste attaqué samedi et demandé aux habitants de signaler tout mouvement suspect.

                Aucun groupe n'a revendiqué l'attaque. Une source militaire dit que les assaillants venaient du Niger.
                """;
        var article = one(text);
        assertThat(body(text, article))
                .contains("arrivée la veille", "Aucun groupe")
                .doesNotContain("Djibo", "Lire aussi", "Mopti sous les eaux");
    }

    @Test
    void aWholeArticleBehindAPointerIsItsOwn() {
        var text = "Mali : attaque meurtrière près de Gao\nPublié le 12/08/2023 à 10h\n" + GAO + """
                Source : agences
                Lire aussi
                Burkina Faso : le couvre-feu prolongé à Djibo
                Inondations : la région de Mopti sous les eaux
                """ + FLOODS;
        var articles = split(text);
        assertThat(articles).hasSize(2);
        assertThat(articles.getFirst().published()).isEqualTo(LocalDate.of(2023, 8, 12));
        assertThat(articles.getLast().published()).as("nobody dated it").isNull();
        assertThat(articles.getLast().title()).isEqualTo("Inondations : la région de Mopti sous les eaux");
        assertThat(articles.getLast().ordinal()).isEqualTo(2);
        assertThat(body(text, articles.getFirst())).doesNotContain("Djibo", "inondations", "Source");
        assertThat(body(text, articles.getLast()))
                .doesNotContain("Djibo", "Gao")
                .contains("greniers");
    }

    @Test
    void aWholeArticleOnAnotherSubjectNeedsNoSignThatTheFirstIsOver() {
        var text = "Mali : attaque meurtrière près de Gao\n" + GAO
                + "Lire aussi :\nInondations dans la région de Mopti\n" + FLOODS;
        assertThat(split(text)).hasSize(2);
    }

    @Test
    void titlesAtTheEndPointElsewhere() {
        var text = "هجوم قرب غاو يوقع أربعة قتلى\n\n"
                + "قتل أربعة جنود في هجوم شنه مسلحون على نقطة عسكرية قرب مدينة غاو شمالي مالي، وفق ما أعلنه مصدر عسكري.\n"
                + "اقرأ أيضا:\n"
                + "بوركينا فاسو تمدد حظر التجول في جيبو\n"
                + "فيضانات تضرب موبتي\n"
                + "قمة جديدة في نيامي الأسبوع المقبل";
        var article = one(text);
        assertThat(body(text, article)).contains("أربعة جنود").doesNotContain("جيبو", "موبتي", "نيامي", "اقرأ");
    }

    @Test
    void severalDatedArticlesOnOnePageArePartedAtTheirTitles() {
        var text = "Mali : attaque meurtrière près de Gao\nPublié le 12 août 2023\n" + GAO + GAO
                + "Inondations dans la région de Mopti\nPublié le 14 août 2023\n" + FLOODS;
        var articles = split(text);
        assertThat(articles)
                .extracting(ArticleText::published)
                .containsExactly(LocalDate.of(2023, 8, 12), LocalDate.of(2023, 8, 14));
        assertThat(articles.getLast().title()).startsWith("Inondations");
    }

    @Test
    void aChronologyIsOneArticle() {
        var text = "Mali : chronologie de la crise dans le nord\n" + GAO + GAO + "12 août 2023\n" + FLOODS
                + "14 septembre 2023\n" + GAO;
        var article = one(text);
        assertThat(article.published()).isNull();
        assertThat(body(text, article)).contains("12 août 2023", "14 septembre 2023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "06 نوفمبر 2024~2024-11-06",
                "تاريخ النشر: 4th, November 2024 GMT~2024-11-04",
                "نشر في: الأربعاء 6 نوفمبر 2024 - 14:30~2024-11-06",
                "الأربعاء، ٦ نوفمبر ٢٠٢٤~2024-11-06",
                "آخر تحديث: 2024/11/06~2024-11-06",
                "بواسطة: أحمد ولد محمد | 06/11/2024~2024-11-06",
                "2024-11-06T10:30:00Z~2024-11-06",
                "Publié le 12/08/2023 à 10h~2023-08-12",
                "Publié le samedi 12 août 2023 à 10h45, mis à jour le 13 août 2023 à 11h~2023-08-12",
                "Par Moussa Traoré - 12 août 2023~2023-08-12",
                "Published: Aug 12, 2023~2023-08-12",
                "Published On 12 Aug 2023~2023-08-12",
                "Saturday, August 12, 2023 4:15 PM GMT~2023-08-12",
                "By John Smith | August 12, 2023~2023-08-12",
                "Posted on 12.08.2023 by admin~2023-08-12",
            })
    void findsThePublicationDateInTheHead(String line, LocalDate published) {
        var arabic = line.codePoints().anyMatch(c -> c > 0x600 && c < 0x700);
        var title = arabic ? "هجوم مسلح قرب مدينة غاو" : "Attack near the town of Gao";
        var first = arabic
                ? "قتل أربعة جنود في هجوم شنه مسلحون على نقطة عسكرية قرب مدينة غاو شمالي مالي، وفق ما أعلنه مصدر عسكري."
                : "Gunmen killed four soldiers near the town of Gao, in the north of Mali, a military source said there.";
        for (var text : List.of(title + "\n" + line + "\n\n" + first, line + "\n" + title + "\n" + first)) {
            var article = one(text);
            assertThat(article.published()).as(text).isEqualTo(published);
            assertThat(article.title()).isEqualTo(title);
            assertThat(body(text, article)).doesNotContain("202").doesNotContain("٢٠٢");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ouagadougou, 12 août 2023 - Des hommes armés ont attaqué un village du nord du pays, tuant dix civils.|2023-08-12",
                "OUAGADOUGOU, Aug 12, 2023 (Reuters) - Gunmen attacked a village in the north, killing ten civilians.|2023-08-12",
                "باماكو – 12 أغسطس 2023 – هاجم مسلحون قرية في شمال البلاد مساء السبت وقتلوا عشرة مدنيين وفق مصادر محلية.|2023-08-12",
                "date 2025-12-21 قمة تحالف الدول الثلاث التي تعقد يومي 22 و23 ديسمبر 2025 في العاصمة لن تكون مجرد اجتماع عابر.|2025-12-21",
                "استضافت مدينة مراكش، 11 مايو 2022، اجتماعا لوزراء خارجية الدول المشاركة في التحالف لمواجهة التنظيم في المنطقة.|",
                "Le 12 août 2023, des hommes armés ont attaqué un village du nord du pays, tuant dix civils et deux soldats.|",
                "On August 12, 2023, gunmen attacked a village in the north, killing ten civilians, the army has announced.|",
            })
    void tellsADatelineFromADateInTheStory(String text, @Nullable LocalDate published) {
        assertThat(one(text).published()).isEqualTo(published);
    }

    @Test
    void aPlaceBesideTheDateStaysInTheText() {
        var text = "Communiqué final du sommet\nAbuja, le 12 août 2023\n" + GAO;
        var article = one(text);
        assertThat(article.published()).isEqualTo(LocalDate.of(2023, 8, 12));
        assertThat(body(text, article)).contains("Abuja");
    }

    @Test
    void theDateOfTheHeadIsNoPartOfTheStory() {
        var text =
                "date 2025-12-21 قمة الدول الثلاث تعقد يوم 22 ديسمبر 2025 في العاصمة باماكو ولن تكون مجرد اجتماع عابر لقادتها.";
        assertThat(one(text).body().getFirst().in(text)).startsWith("قمة");
    }

    @Test
    void whatIsGivenWithTheDocumentIsTheFirstArticles() {
        var text = "Mali : attaque meurtrière près de Gao\nPublié le 12/08/2023\n" + GAO
                + "Source : agences\nLire aussi\nInondations dans la région de Mopti\n" + FLOODS;
        var given = LocalDate.of(2023, 8, 13);
        var articles = Articles.split(new SourceDocument("page", text, "Un autre titre", given));
        assertThat(articles).extracting(ArticleText::published).containsExactly(given, null);
        assertThat(articles.getFirst().title()).isEqualTo("Un autre titre");
        assertThat(articles.getFirst().titleSpan()).isNull();
    }

    @Test
    void aGivenTitleIsFoundInTheText() {
        var text = "Actualité\nMali : attaque près de Gao\n\n" + GAO;
        var article = Articles.split(new SourceDocument("page", text, "Mali : attaque près de Gao", null))
                .getFirst();
        assertThat(article.titleSpan()).isEqualTo(new Span(10, 36));
    }

    @Test
    void aTextWithoutAnyWordHoldsNoArticle() {
        assertThat(split(" \n\t* * *\u00A0\n")).isEmpty();
    }

    @Test
    void aPageOfFurnitureOnlyIsNotLost() {
        assertThat(split("Partager sur Facebook\nLire aussi : Gao")).hasSize(1);
    }

    @Test
    void everyArticleHasABodyInsideTheTextAndInOrder() {
        var random = new Random(17);
        var pieces = List.of(
                GAO,
                FLOODS,
                "Lire aussi\n",
                "اقرأ أيضا:\n",
                "Publié le 12/08/2023\n",
                "-----\n",
                "Commentaires\n",
                "Une ligne de titre sans point\n",
                "Source : AFP\n",
                "\n\n",
                "\u200F12 أغسطس 2023\n",
                "Tags\n");
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            int at = 0;
            for (var article : split(text.toString())) {
                for (var span : article.body()) {
                    assertThat(span.begin()).isGreaterThanOrEqualTo(at);
                    assertThat(span.in(text.toString()))
                            .isEqualTo(span.in(text.toString()).strip())
                            .isNotEmpty();
                    at = span.end();
                }
            }
        }
    }

    @Test
    void longLinesAndManyLinesTakeLinearTime() {
        var line = "هاجم مسلحون قرية في شمال البلاد ".repeat(160_000);
        var lines = ("Lire aussi\nUn titre de plus sans point\n" + GAO).repeat(10_000);
        assertThat(CpuTime.millis(() -> {
                    assertThat(split(line)).hasSize(1);
                    assertThat(split(lines)).isNotEmpty();
                }))
                .isLessThan(10_000);
    }
}
