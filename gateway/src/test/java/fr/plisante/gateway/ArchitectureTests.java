package fr.plisante.gateway;

import fr.plisante.testkit.HouseRules;

class ArchitectureTests implements HouseRules {}
