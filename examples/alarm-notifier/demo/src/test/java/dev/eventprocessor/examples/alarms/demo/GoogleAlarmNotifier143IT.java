package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.gcp.FrameworkVersion;

class GoogleAlarmNotifier143IT extends GoogleAlarmNotifierContract {

  GoogleAlarmNotifier143IT() {
    super(FrameworkVersion.V1_4_3);
  }
}
