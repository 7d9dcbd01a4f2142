package fr.plisante.samples;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
