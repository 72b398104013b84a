package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void confidenceThatIsTheShareRightHasNoError() {
        var calibration = new Calibration();
        for (int i = 0; i < 10; i++) {
            calibration.add(0.8, i < 8);
        }
        assertThat(calibration.expectedError()).isCloseTo(0, within(1e-9));
        assertThat(calibration.confidentRight()).isNaN();
    }

    @Test
    void overconfidenceShowsInTheErrorAndInTheShareOfTheConfident() {
        var calibration = new Calibration();
        for (int i = 0; i < 4; i++) {
            calibration.add(1, i < 2);
        }
        calibration.add(0.05, false);
        assertThat(calibration.confident()).isEqualTo(4);
        assertThat(calibration.confidentRight()).isEqualTo(0.5);
        assertThat(calibration.expectedError()).isCloseTo((4 * 0.5 + 0.05) / 5, within(1e-9));
    }
}
