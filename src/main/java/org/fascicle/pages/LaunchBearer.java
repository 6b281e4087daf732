package org.fascicle.pages;

import java.util.Optional;
import org.fascicle.chart.remote.Bearer;
import org.fascicle.smart.Launch;
import org.fascicle.smart.Launches;

/** The token of a launch, renewed when it has to be. */
record LaunchBearer(Launches launches, Launch launch) implements Bearer {

    @Override
    public Optional<String> token() {
        return Optional.of(launches.token(launch));
    }

    @Override
    public Optional<String> tokenOtherThan(String refused) {
        return Optional.of(launches.tokenOtherThan(launch, refused));
    }

    @Override
    public String toString() {
        return "LaunchBearer[]";
    }
}
