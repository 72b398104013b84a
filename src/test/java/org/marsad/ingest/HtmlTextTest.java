package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.text.CpuTime;

class HtmlTextTest {
    private static final String FIRST =
            "Des hommes armés ont attaqué samedi un poste de l'armée près de Gao, tuant quatre"
                    + " soldats, selon une source militaire jointe par téléphone dans la ville.";
    private static final String SECOND =
            "Les assaillants ont brûlé deux véhicules avant de se replier vers la frontière du"
                    + " Niger, et l'armée ratisse depuis la zone.";

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
    }

    @Test
    void keepsTheArticleAndLeavesThePageOut() {
        var html = page("<title>Attaque près de Gao | Le Journal</title>", """
                <header class="masthead"><a href="/">Le Journal</a> <nav><ul><li>Accueil<li>Politique</ul></nav></header>
                <div class="cookie-banner">Nous utilisons des cookies.</div>
                <div id="content" class="has-sidebar">
                <article><h1>Attaque près de Gao</h1><div class="share-buttons">Partager sur X</div>
                <figure><img src="x.jpg"><figcaption>Photo : agence</figcaption></figure>
                <p>%s</p><div class="ad">Achetez nos montres</div><p>%s<br>Sans bilan officiel.</p>
                <p><a href="/b">Lire aussi : le couvre-feu prolongé à Djibo</a></p>
                <ul class="tags"><li>Mali</li></ul></article>
                <aside><p>Inondations à Mopti : des centaines de maisons détruites dans toute la région, selon le gouverneur.</p></aside>
                <div id="comments"><p>Moussa : que Dieu protège nos soldats et que la paix revienne dans le pays.</p></div></div>
                <footer>Tous droits réservés</footer><script>var text = "Kidal";</script>
                """.formatted(FIRST, SECOND));
        var document = HtmlText.extract("page.html", html);
        assertThat(document.title()).isEqualTo("Attaque près de Gao");
        assertThat(document.text())
                .isEqualTo("Attaque près de Gao\n\n" + FIRST + "\n\n" + SECOND + "\nSans bilan officiel.");
    }

    @Test
    void findsTheDensestPartWhereNothingIsMarked() {
        var html = page("<title>Attaque près de Gao</title>", """
                <table><tr><td><a href=1>Un lien</a><a href=2>Deux liens</a></td><td>
                <div><div><p>%s</p><p>%s</p></div></div></td></tr></table>
                <div><p>Contact et mentions</p></div>""".formatted(FIRST, SECOND));
        assertThat(HtmlText.extract("x", html).text()).isEqualTo("Attaque près de Gao\n\n" + FIRST + "\n\n" + SECOND);
    }

    @Test
    void readsPagesThatBreakLinesInsteadOfParagraphs() {
        var html = page("", "<div class=menu>Accueil</div><div id=story>" + FIRST + "<br><br>" + SECOND + "</div>");
        assertThat(HtmlText.extract("x", html).text()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Attaque <script>alert(1)</script>à Gao</title>",
                "<title>Attaque &lt;script&gt;alert(1)&lt;/script&gt;à Gao</title>",
                "<title>Attaque <scr<script>x</script>ipt>alert(1)</script>à Gao</title>",
                "<meta property='og:title' content='Attaque &lt;img src=x onerror=alert(1)&gt; à Gao'>",
                "<script type='application/ld+json'>{\"headline\":\"Attaque <svg onload=alert(1)> à Gao\"}</script>",
            })
    void noScriptInATitleSurvives(String head) {
        var document = HtmlText.extract("x", page(head, "<p>" + FIRST + "</p>"));
        assertThat(document.title()).startsWith("Attaque").endsWith("à Gao");
        assertThat(document.title()).doesNotContain("<", ">", "script", "onerror", "onload");
        assertThat(document.text()).doesNotContain("<script", "onerror");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property='article:published_time' content='2023-08-12T10:00:00+00:00'>",
                "<meta name='pubdate' content='2023-08-12'>",
                "<meta name='DC.date.issued' content='2023-08-12'>",
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-08-12T23:10:00Z\"}]}</script>",
                "<script type='application/ld+json'>{broken</script><meta name=date content='Sat, 12 Aug 2023 10:00:00 GMT'>",
            })
    void findsThePublicationDateInThePagesData(String head) {
        assertThat(HtmlText.extract("x", page(head, "<p>" + FIRST + "</p>")).published())
                .isEqualTo(LocalDate.of(2023, 8, 12));
    }

    @Test
    void takesTheTimeShownWithTheArticle() {
        var body = "<time datetime='2020-01-01'>vieux</time><article><time datetime='2023-08-12T10:00'>samedi</time><p>"
                + FIRST + "</p></article>";
        assertThat(HtmlText.extract("x", page("", body)).published()).isEqualTo(LocalDate.of(2023, 8, 12));
        assertThat(HtmlText.extract("x", page("", "<p>" + FIRST + "</p>")).published())
                .isNull();
    }

    @Test
    void readsThePagesOwnEncoding() {
        var html = page("<meta charset='windows-1256'><title>هجوم</title>", "<p>قتل أربعة جنود قرب غاو</p>");
        assertThat(HtmlText.decode(html.getBytes(Charset.forName("windows-1256"))))
                .isEqualTo(new Decoded.Text(html, Charset.forName("windows-1256")));
    }

    @Test
    void deepAndLongPagesTakeLinearTime() {
        var deep = "<div class='a comment'>".repeat(100_000) + FIRST + "</div>".repeat(100_000);
        var wide = ("<div class='share'><a href=x>un lien</a></div><p>" + FIRST + "</p>").repeat(20_000);
        assertThat(CpuTime.millis(() -> {
                    assertThat(HtmlText.extract("x", page("", deep)).text()).contains("Gao");
                    assertThat(HtmlText.extract("x", page("", wide)).text())
                            .contains("Gao")
                            .doesNotContain("lien");
                }))
                .isLessThan(10_000);
    }
}
