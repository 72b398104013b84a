package org.marsad.coding.slot.where;

import org.marsad.coding.reading.Sentence;
import org.marsad.gazetteer.Place;
import org.marsad.geocode.Mention;

/** A place of a sentence with what speaks for and against it as the scene of a trigger. */
record SceneCandidate(Sentence.Item<Mention> item, Place place, double cost, boolean sameClause) {}
